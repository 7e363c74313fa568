"""The pages: one module a group; ``add_pages`` hangs them into the application."""

from __future__ import annotations

from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from dragoman.errors import NotInRecord, QuestionError
from dragoman.publish.keeping import Kept
from dragoman.publish.visits import Visits

__all__ = ["add_pages"]


def add_pages(app: FastAPI) -> None:
    """Hang pages, feeds and files for the browser into the application."""
    from dragoman.publish import feeds
    from dragoman.publish.pages import actors, finding, front, reading, review, serving

    app.state.visits, app.state.kept = Visits(), Kept()
    app.mount("/static", StaticFiles(directory=Path(__file__).parent.parent / "static"))
    for module in (feeds, front, finding, reading, actors, serving, review):
        app.include_router(module.router)
    _add_fault_pages(app)


def _add_fault_pages(app: FastAPI) -> None:
    """People get a page in their language where programs get a problem document."""
    from dragoman.publish.pages.frame import LANGUAGES, render, tongue_of
    from dragoman.publish.problems import answer

    def told(request: Request, fault: Exception) -> Response:
        status, headers = 404 if isinstance(fault, NotInRecord) else 422, None
        detail = str(fault)
        if isinstance(fault, HTTPException):
            status, detail, headers = fault.status_code, str(fault.detail), fault.headers
        if request.url.path.startswith("/api/"):
            more = {"headers": dict(headers)} if headers else {}
            return answer(request, status, detail, **more)
        first = request.url.path[1:3]
        lang = first if first in LANGUAGES else tongue_of(request)
        return render(request, "fault.html", lang, status=status, code=status, detail=detail)

    for kind in (NotInRecord, QuestionError, HTTPException):
        app.add_exception_handler(kind, told)
