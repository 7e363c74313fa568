"""``serve``, and who may write there: ``users`` and ``keys``."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import Db
from dragoman.settings import load_settings

__all__ = ["keys", "serve", "users"]

users = typer.Typer(name="users", help="Who may log in to review.", no_args_is_help=True)
keys = typer.Typer(name="keys", help="Keys for writing through the API.", no_args_is_help=True)
_Name = Annotated[str, typer.Argument(help="Whose.")]


def serve(
    db: Db = None,
    host: Annotated[str | None, typer.Option(help="Where to listen (127.0.0.1).")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Which port (8765).")] = None,
    rules_only: Annotated[bool, typer.Option("--rules-only", help="Without the encoder.")] = False,
) -> None:
    """Serve the record as pages and as an API, on this machine unless told otherwise."""
    import contextlib
    import sqlite3
    import sys
    import threading

    import structlog
    import uvicorn

    from dragoman.answers.warming import warm_up
    from dragoman.publish.app import create_app

    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )

    settings = load_settings(db=db, host=host, port=port, use_model=False if rules_only else None)
    app = create_app(settings)
    stores = app.state.stores

    def warm() -> None:
        with contextlib.suppress(sqlite3.Error):  # the server may end while this goes on
            warm_up(stores.get(), stores.encoder)

    # Beside the server: pages are there at once, and the first question finds all it needs.
    threading.Thread(target=warm, name="warming", daemon=True).start()
    typer.echo(
        f"http://{settings.host}:{settings.port}/ serves {settings.db}; Ctrl-C ends", err=True
    )
    uvicorn.run(
        app, host=settings.host, port=settings.port, log_level="warning", server_header=False,
        timeout_keep_alive=15, h11_max_incomplete_event_size=65_536,
    )  # fmt: skip


@users.command("add")
def add_user(name: _Name, db: Db = None) -> None:
    """Add a user, or change a password (asked for, or DRAGOMAN_PASSWORD)."""
    import os

    from dragoman.publish.access import Access

    password = os.environ.get("DRAGOMAN_PASSWORD") or typer.prompt(
        "Password", hide_input=True, confirmation_prompt=True
    )
    Access(load_settings(db=db).db).add_user(name, password)
    typer.echo(f"{name} may log in")


@keys.command("add")
def add_key(name: _Name, db: Db = None) -> None:
    """Make a key; it is shown this once."""
    from dragoman.publish.access import Access

    typer.echo(Access(load_settings(db=db).db).add_key(name))


@keys.command("drop")
def drop_keys(name: _Name, db: Db = None) -> None:
    """Take back all keys of a name."""
    from dragoman.publish.access import Access

    typer.echo(f"{Access(load_settings(db=db).db).drop_keys(name)} keys taken back")
