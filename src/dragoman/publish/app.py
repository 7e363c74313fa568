"""The server: one application of pages and API over one record.

In: Settings. Out: a FastAPI application. ``dragoman serve`` runs it; tests run it as it is.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import metadata, util

from fastapi import FastAPI

from dragoman.publish.access import Access
from dragoman.publish.api import router as api
from dragoman.publish.guard import Guard
from dragoman.publish.problems import add_handlers
from dragoman.publish.stores import Stores
from dragoman.settings import Settings

__all__ = ["create_app"]


def create_app(settings: Settings) -> FastAPI:
    """The application over ``settings.db`` (made when it is missing)."""
    stores, access = Stores(settings), Access(settings.db)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        yield
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
