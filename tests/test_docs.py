"""What the README and docs/ show is what a reader gets.

In blocks marked ``console`` every line after ``$ `` is run, in one folder a page, and the lines
shown under it must stand in its output in that order; a line ``...`` leaves some out, and runs
of spaces count as one. Code blocks marked ``pycon`` are doctests.
"""

import doctest
import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
# Installing and checking are what runs this very test.
_NOT_RUN = ("pip install", "uv run", "uv sync", "bash .ci/run", "git clone", "cd ")


def commands(page):
    for block in _BLOCK.finditer(page.read_text(encoding="utf-8")):
        command, shown = None, []
        for line in block.group(1).splitlines():
            if command and not shown and line.startswith("> "):
                command += "\n" + line[2:]
            elif line.startswith("$ "):
                if command:
                    yield command, shown
                command, shown = line[2:], []
            else:
                shown.append(line)
        if command:
            yield command, shown


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_the_commands_of_a_page_give_what_it_shows(page, tmp_path):
    environ = {
        **os.environ, "NO_COLOR": "1", "COLUMNS": "100", "TERM": "dumb",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }  # fmt: skip
    for command, shown in commands(page):
        if command.startswith(_NOT_RUN):
            continue
        done = subprocess.run(
            command, shell=True, cwd=tmp_path, env=environ, capture_output=True, text=True,
            check=False, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
        said = [" ".join(line.split()) for line in (done.stdout + done.stderr).splitlines()]
        at = 0
        for line in (" ".join(line.split()) for line in shown):
            if line in ("", "..."):
                continue
            assert line in said[at:], (
                f"$ {command}\ndoes not say (from line {at}): {line}\n" + "\n".join(said)
            )
            at = said.index(line, at) + 1


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_of_a_page_lead_to_files_that_are_there(page):
    for target in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_the_examples_in_docstrings_hold():
    failed = tried = 0
    for path in sorted((ROOT / "src" / "dragoman").rglob("*.py")):
        if ">>>" not in path.read_text(encoding="utf-8"):
            continue
        name = ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(
            ".__init__"
        )
        module = __import__(name, fromlist=["x"])
        result = doctest.testmod(module)
        failed, tried = failed + result.failed, tried + result.attempted
    assert failed == 0
    assert tried >= 1


def test_the_reference_of_commands_is_what_the_program_offers():
    """``python docs/reference/write_commands.py`` writes it anew."""
    spec = importlib.util.spec_from_file_location("w", ROOT / "docs/reference/write_commands.py")
    writer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(writer)
    assert writer.PAGE.read_text(encoding="utf-8") == writer.page()
