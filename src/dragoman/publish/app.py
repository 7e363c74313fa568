"""The server: one application of pages and API over one record.

In: Settings. Out: a FastAPI application. ``dragoman serve`` runs it; tests run it as it is.
"""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import metadata, util

from anyio import to_thread
from fastapi import FastAPI

from dragoman.publish.access import Access
from dragoman.publish.api import router as api
from dragoman.publish.guard import Guard
from dragoman.publish.problems import add_handlers
from dragoman.publish.stores import Stores
from dragoman.settings import Settings

__all__ = ["create_app"]

_THREADS = 8  # requests worked on at once; chosen: four a core of a small machine
# Seconds after which a thread that adds a document lets readers on; with Python's own 5 ms each
# query of a page waits as long as that. Chosen.
_SWITCH = 0.001


def create_app(settings: Settings) -> FastAPI:
    """The application over ``settings.db`` (made when it is missing)."""
    stores, access = Stores(settings), Access(settings.db)

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        # Python runs one thread at a time: more of them only make all of them late. What one
        # reader waits for SQLite or the encoder, another may use.
        to_thread.current_default_thread_limiter().total_tokens = _THREADS
        before = sys.getswitchinterval()
        sys.setswitchinterval(_SWITCH)
        yield
        sys.setswitchinterval(before)
        if hasattr(app.state, "kept"):
            app.state.kept.close()
        stores.close()
        access.close()

    app = FastAPI(
        title="dragoman",
        version=metadata.version("dragoman"),
        description="A record of diplomacy in which every statement carries the exact words that "
        "bear it out.",
        docs_url=None,  # its pages load scripts from elsewhere
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        lifespan=lifespan,
    )
    app.state.settings, app.state.stores, app.state.access = settings, stores, access
    add_handlers(app)
    app.include_router(api)
    if util.find_spec("dragoman.publish.pages") is not None:
        from dragoman.publish.pages import add_pages

        add_pages(app)
    app.add_middleware(
        Guard, body=settings.max_body, seconds=settings.answer_within, pace=settings.pace
    )
    return app
