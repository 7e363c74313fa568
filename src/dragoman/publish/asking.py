"""What every handler needs of a request: the Store, who writes, and the filters."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, HTTPException, Query, Request

from dragoman.publish.access import Access, Session
from dragoman.publish.stores import Stores
from dragoman.record.store import Store

__all__ = [
    "COOKIE", "Day", "Many", "Reader", "Text", "Writer", "access_of", "codes", "session_of",
    "stores_of",
]  # fmt: skip

COOKIE = "dragoman_session"
_DAY = r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
Day = Annotated[str | None, Query(pattern=_DAY, description="An ISO day", examples=["2024-11-14"])]
Text = Annotated[str | None, Query(max_length=200)]
Many = Annotated[int, Query(ge=1, le=200, description="Rows a page")]


def stores_of(request: Request) -> Stores:
    """The Stores of the application."""
    stores: Stores = request.app.state.stores
    return stores


def _store(request: Request) -> Store:
    return stores_of(request).get()


Reader = Annotated[Store, Depends(_store)]


def access_of(request: Request) -> Access:
    """Users, sessions and keys."""
    access: Access = request.app.state.access
    return access


def session_of(request: Request) -> Session | None:
    """Who is logged in, if anybody."""
    return access_of(request).session(request.cookies.get(COOKIE))


def _writer(request: Request) -> str:
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    owner = access_of(request).key_owner(key.strip()) if scheme.lower() == "bearer" else None
    if owner is None:
        raise HTTPException(
            401, "writing needs a key; `dragoman keys add NAME` makes one",
            headers={"www-authenticate": "Bearer"},
        )  # fmt: skip
    return owner


Writer = Annotated[str, Depends(_writer)]


def codes(value: str | None) -> tuple[str, ...]:
    """``"KOR, usa"`` -> ``("KOR", "USA")``; mixed case of bodies is kept."""
    parts = [part.strip() for part in (value or "").split(",") if part.strip()]
    return tuple(part.upper() if part.islower() else part for part in parts)
