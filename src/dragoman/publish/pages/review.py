"""Logging in; doubtful links and reports; corrections and taking them back.

In: forms with the session's token. Out: pages, corrections in the record. A form without the right
token is refused (403). Who may log in is left to access.
"""

from __future__ import annotations

from typing import Annotated

import structlog
from fastapi import APIRouter, Form, HTTPException, Request
from fastapi.responses import Response

from dragoman.publish.access import Session, same_token
from dragoman.publish.asking import COOKIE, Reader, access_of, session_of
from dragoman.publish.pages.frame import redirect, render
from dragoman.publish.pages.front import kept_of
from dragoman.record.merge import merge_new

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
_log = structlog.get_logger("dragoman.publish")
Word = Annotated[str, Form(max_length=300)]


def _logged_in(request: Request, token: str) -> Session:
    session = session_of(request)
    if session is None:
        raise HTTPException(401, "log in first")
    if not same_token(token, session.form):
        _log.warning("form token refused", path=request.url.path)
        raise HTTPException(403, "this form is not from your session; load the page again")
    return session


@router.get("/{lang:tongue}/login")
def login_page(request: Request, lang: str) -> Response:
    """The form."""
    return render(request, "login.html", lang, wrong=False, any=access_of(request).has_users())


@router.post("/{lang:tongue}/login")
def log_in(request: Request, lang: str, name: Word, password: Word) -> Response:
    """A session for the right password; anything else is refused and logged."""
    origin = request.headers.get("origin")
    if origin and origin != "null" and origin.split("//")[-1] != request.headers.get("host"):
        raise HTTPException(403, "a form of another site")
    token = access_of(request).log_in(name, password)
    if token is None:
        _log.warning("login refused", client=request.client.host if request.client else None)
        return render(request, "login.html", lang, status=401, wrong=True, any=True)
    answer = redirect(f"/{lang}/review")
    answer.set_cookie(
        COOKIE, token, httponly=True, samesite="strict", secure=request.url.scheme == "https"
    )
    return answer


@router.post("/{lang:tongue}/logout")
def log_out(request: Request, lang: str, token: Word = "") -> Response:
    """The end of the session."""
    _logged_in(request, token)
    access_of(request).log_out(request.cookies.get(COOKIE))
    answer = redirect(f"/{lang}/")
    answer.delete_cookie(COOKIE)
    return answer


@router.get("/{lang:tongue}/review")
def review(request: Request, lang: str, store: Reader) -> Response:
    """What is doubtful, and what people said."""
    if session_of(request) is None:
        return redirect(f"/{lang}/login")
    doubts = []
    for link in store.unsure(40):
        one, other = store.event_of(link.one), store.event_of(link.other)
        if one and other and one != other:
            doubts.append((link, store.report(link.one), store.report(link.other)))
        if len(doubts) == 10:
            break
    doubtful = [store.report(r.id) for r in store.doubtful(0.6, 10)]
    return render(
        request, "review.html", lang, doubts=doubts, doubtful=doubtful,
        corrections=list(reversed(store.corrections()))[:50],
    )  # fmt: skip


@router.post("/{lang:tongue}/review")
def correct(
    request: Request, lang: str, store: Reader, verb: Word, subject: Word, token: Word = "",
    value: Word = "", field: Word = "", why: Word = "", back: Word = "",
) -> Response:  # fmt: skip
    """Keep a correction and let the events follow it."""
    session = _logged_in(request, token)
    store.add_correction(
        verb, subject, value=value or None, field=field or None, who=session.name, why=why
    )
    merge_new(store)
    kept_of(request).clear()
    return redirect(_back(lang, back))


@router.post("/{lang:tongue}/review/undo")
def undo(
    request: Request, lang: str, store: Reader, correction: Word, token: Word = "", back: Word = ""
) -> Response:
    """Take a correction back."""
    _logged_in(request, token)
    store.undo(correction)
    merge_new(store)
    kept_of(request).clear()
    return redirect(_back(lang, back))


def _back(lang: str, back: str) -> str:
    """Only to an event of ours: a form must not send people elsewhere."""
    name = back.removeprefix("event-")
    return f"/{lang}/events/{back}" if name != back and name.isalnum() else f"/{lang}/review"
