"""The command line: one verb per thing a person wants.

Every command is a plain function in one of this room's modules; the list below is the whole
program. Modules open the rest of the house inside their functions, so that a listing answers at
once. Exit codes: 0 all done; 1 some documents failed (they are listed); 2 the command itself was
wrong; 130 interrupted.
"""

from __future__ import annotations

import os
import sys

import typer

from dragoman.cli import (
    accuracy,
    answering,
    comparing,
    evaluating,
    events,
    ledger,
    listing,
    marking,
    measuring,
    questioning,
    reading,
    serving,
    showing,
    trusting,
)
from dragoman.errors import DragomanError

__all__ = ["app", "main"]

app = typer.Typer(
    name="dragoman",
    no_args_is_help=True,
    help="Reads what is published about diplomacy and keeps a record that can be checked.",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

for _command in (
    reading.demo, reading.read,
    listing.meetings, listing.statements, ledger.pledges, listing.actions, listing.documents,
    listing.failures, listing.actors,
    events.events, events.correct, events.undo, events.corrections, events.review,
    comparing.compare, comparing.issues, ledger.timeline, ledger.positions, ledger.attention,
    ledger.calendar,
    answering.ask, answering.brief, serving.serve,
    showing.show, showing.search, showing.export, showing.doctor,
):  # fmt: skip
    app.command()(_command)
evaluating.app.command("accuracy")(accuracy.write_accuracy)
evaluating.app.command("marked")(marking.measure_marked)
evaluating.app.command("mentions")(marking.measure_mentions)
evaluating.app.command("confidence")(trusting.measure_confidence)
evaluating.app.command("events")(measuring.measure_events)
evaluating.app.command("questions")(questioning.measure_questions)
app.add_typer(evaluating.app)
app.add_typer(serving.users)
app.add_typer(serving.keys)


def main() -> None:
    """Run the command line; our own errors end it with their text and exit code 2."""
    # The heads are small matrices: threads that wait for each other cost more than they bring
    # (measured: 0.10 s of CPU a document against 0.06 s). To be said before numpy is loaded.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        app()
    except DragomanError as fault:
        typer.echo(f"dragoman: {fault}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        # `dragoman meetings | head` closes our output; that is no fault of anybody.
        sys.stderr.close()
        sys.exit(0)
