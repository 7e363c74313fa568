"""Write commands.md anew from the program: ``uv run python docs/reference/write_commands.py``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from dragoman.cli import app

PAGE = Path(__file__).with_name("commands.md")


def plain(text: str | None) -> str:
    """A help text as one line of Markdown for a table cell."""
    return re.sub(r"\s+", " ", text or "").strip().replace("|", "\\|").replace("<", "&lt;")


def commands(command: Any, name: str) -> Iterator[tuple[str, Any]]:
    """Each command that does something, with its full name, in the order of the listing."""
    children = getattr(command, "commands", {})
    if not children or getattr(command, "invoke_without_command", False):
        yield name, command
    for word, child in children.items():
        yield from commands(child, f"{name} {word}")


def describe(name: str, command: Any) -> Iterator[str]:
    """One command: what it does, its arguments and options."""
    yield f"## {name}"
    yield ""
    yield "\n\n".join(plain(part) for part in (command.help or "").split("\n\n"))
    yield ""
    rows = []
    for parameter in command.params:
        if parameter.name in ("help", "install_completion", "show_completion"):
            continue
        shown = ", ".join([*parameter.opts, *parameter.secondary_opts])
        if parameter.param_type_name == "argument":
            shown = parameter.metavar or parameter.name.upper()
        default = parameter.default
        told = "" if default in (None, ()) or callable(default) or default is False else str(default)
        told = told.split(".")[-1] if "Which" in told else told
        rows.append(f"| `{shown}` | {plain(getattr(parameter, 'help', ''))} | {plain(told)} |")
    if rows:
        yield from ("| argument or option | meaning | unless given |", "|---|---|---|", *rows, "")


def page() -> str:
    """The whole reference as Markdown."""
    lines = [
        "# Commands",
        "",
        "Written by `uv run python docs/reference/write_commands.py`; nobody edits it. Exit codes: 0 all",
        "done; 1 some documents failed, and are listed; 2 the command itself was wrong; 130 interrupted.",
        "",
    ]
    for name, command in commands(typer.main.get_command(app), "dragoman"):
        lines += describe(name, command)
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
