"""``ask`` and ``brief``: a question answered from the record, a briefing made of it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.options import AsJson, Db
from dragoman.settings import load_settings

__all__ = ["ask", "brief"]


def ask(
    question: Annotated[
        str, typer.Argument(help="In Korean, English, Japanese, Chinese, Russian.")
    ],
    as_json: AsJson = False,
    db: Db = None,
    language: Annotated[str | None, typer.Option(help="Language of the answer.")] = None,
    rules_only: Annotated[
        bool, typer.Option("--rules-only", help="Rank without the encoder.")
    ] = False,
) -> None:
    """Answer a question from the record, with quotes; or say that the record does not say."""
    from dragoman.answers.ask import ask as answer_question
    from dragoman.answers.drafting import draft_answer, open_drafter
    from dragoman.answers.phrasing import phrases
    from dragoman.coding.model.encoder import open_encoder
    from dragoman.record.store import Store

    settings = load_settings(db=db, use_model=False if rules_only else None)
    with Store(settings.db, must_exist=True) as store:
        answer = answer_question(store, question, language=language, encoder=open_encoder(settings))
    answer = draft_answer(answer, open_drafter(settings))
    if as_json:
        sys.stdout.write(answer.model_dump_json() + "\n")
        return
    from rich.console import Console
    from rich.text import Text

    from dragoman.cli.views import safe

    console = Console(highlight=False, markup=False)
    if answer.refused:
        console.print(str(phrases(answer.language)["silent"]))
        for fact in answer.nearest:
            told = f"  {fact['when'] or '?'}  {fact['status']:10} {', '.join(fact['parties'])}"
            console.print(Text(told, style="dim"))
        return
    for sentence in answer.sentences:
        console.print(Text(safe(sentence.text), style="bold"))
        for evidence in sentence.evidence:
            quote = " ".join(evidence.quote.split())
            console.print(Text(safe(f"  “{quote}”"), style="dim"))
            console.print(Text(safe(f"   {evidence.url}"), style="cyan"), soft_wrap=True)


def brief(
    subject: Annotated[
        str,
        typer.Argument(
            help="An event's id, KOR,JPN, a person, a topic, or a day, week (2024-W46) or month."
        ),
    ],
    language: Annotated[str, typer.Option(help="ko, en or ja.")] = "en",
    html: Annotated[
        Path | None, typer.Option("--html", help="Write a page here (print it for PDF).")
    ] = None,
    db: Db = None,
) -> None:
    """A briefing on a meeting, a pair, a person, a topic or some days, with its sources."""
    from dragoman.answers.brief import make_brief
    from dragoman.record.store import Store

    settings = load_settings(db=db)
    with Store(settings.db, must_exist=True) as store:
        made = make_brief(store, subject, language=language)
    if html is not None:
        html.write_text(made.to_html(), encoding="utf-8")
        typer.echo(f"written to {html}", err=True)
        return
    sys.stdout.write(made.to_markdown())
