"""Errors as RFC 9457 problems for programs and as short pages for people.

In: an exception or a status. Out: a response that names the thing, the fault and the remedy and
nothing of the machine.
"""

from __future__ import annotations

import html
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from dragoman.errors import (
    DragomanError,
    NotInRecord,
    QuestionError,
    ReadingError,
    SourceError,
)

__all__ = ["add_handlers", "problem"]


def problem(
    status: int, detail: str, *, kind: str = "about:blank", headers: dict[str, str] | None = None,
    **more: Any,
) -> JSONResponse:  # fmt: skip
    """A problem document (RFC 9457)."""
    body = {"type": kind, "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return JSONResponse(
        {**body, **more}, status, headers=headers, media_type="application/problem+json"
    )


def answer(request: Request, status: int, detail: str, **more: Any) -> Response:
    """A problem for a program, a page for a person."""
    if request.url.path.startswith("/api/"):
        return problem(status, detail, **more)
    title = html.escape(f"{status} {HTTPStatus(status).phrase}")
    return HTMLResponse(
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title></head>'
        f'<body><main><h1>{title}</h1><p>{html.escape(detail)}</p><p><a href="/">dragoman</a></p>'
        "</main></body></html>",
        status,
        headers=more.get("headers"),
    )


def add_handlers(app: FastAPI) -> None:
    """Let every error of this program become such an answer."""

    def not_found(request: Request, fault: Exception) -> Response:
        return answer(request, 404, str(fault))

    def bad_question(request: Request, fault: Exception) -> Response:
        return answer(request, 422, str(fault))

    def unusable(request: Request, fault: Exception) -> Response:
        return answer(request, 503, str(fault))

    def plain(request: Request, fault: Exception) -> Response:
        assert isinstance(fault, HTTPException)
        headers = dict(fault.headers) if fault.headers else None
        return answer(request, fault.status_code, str(fault.detail), headers=headers)

    def invalid(request: Request, fault: Exception) -> Response:
        assert isinstance(fault, RequestValidationError)
        first = fault.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return answer(request, 422, f"{where}: {first['msg']}")

    app.add_exception_handler(NotInRecord, not_found)
    for fault in (QuestionError, ReadingError, SourceError):
        # What was sent cannot be read or answered: the sender's to mend, not the server's.
        app.add_exception_handler(fault, bad_question)
    app.add_exception_handler(DragomanError, unusable)
    app.add_exception_handler(HTTPException, plain)
    app.add_exception_handler(RequestValidationError, invalid)
