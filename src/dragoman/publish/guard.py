"""What stands before every page: headers, limits on size, time and pace, and a log line.

In: ASGI requests. Out: the same, or a refusal (413, 429, 503) that is logged. No query, header or
body is logged: they may hold secrets.
"""

from __future__ import annotations

import asyncio
import time
from collections import OrderedDict

import structlog
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.publish.problems import problem

__all__ = ["HEADERS", "Guard"]

HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_log = structlog.get_logger("dragoman.publish")


class TooLong(HTTPException):
    """A body that goes on past its limit; an HTTPException, so that no parser hides it."""

    def __init__(self, limit: int) -> None:
        super().__init__(413, f"a body of more than {limit} bytes")


class Guard:
    """Limits in bytes, seconds, and requests a minute and client (0: no limit)."""

    def __init__(self, app: ASGIApp, *, body: int, seconds: float, pace: int) -> None:
        self.app, self.body, self.seconds, self.pace = app, body, seconds, pace
        self._seen: OrderedDict[str, tuple[float, float]] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request within the limits."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began, status = time.perf_counter(), 0
        client = scope["client"][0] if scope.get("client") else "unknown"
        started = False

        async def reply(message: Message) -> None:
            nonlocal status, started
            if message["type"] == "http.response.start":
                started, status = True, message["status"]
                present = {name.lower() for name, _ in message["headers"]}
                message["headers"] = [
                    *message["headers"],
                    *(
                        (name.encode(), value.encode())
                        for name, value in HEADERS.items()
                        if name.encode() not in present
                    ),
                ]
            await send(message)

        async def refuse(code: int, detail: str, **headers: str) -> None:
            if not started:
                await problem(code, detail, headers=headers or None)(scope, receive, reply)

        try:
            if (wait := self._pause(client)) > 0:
                await refuse(
                    429, f"more than {self.pace} requests a minute; wait {wait:.0f} seconds",
                    **{"retry-after": str(int(wait) + 1)},
                )  # fmt: skip
                return
            declared = dict(scope["headers"]).get(b"content-length", b"")
            if declared.isdigit() and int(declared) > self.body:
                await refuse(413, f"a body of {int(declared)} bytes; at most {self.body} are taken")
                return
            try:
                async with asyncio.timeout(self.seconds):
                    await self.app(scope, self._counted(receive), reply)
            except TooLong as fault:
                await refuse(413, fault.detail)
            except TimeoutError:
                await refuse(503, f"no answer within {self.seconds:g} seconds; ask for less")
        except Exception as fault:
            # What reaches this point is a defect of ours: told to the log, not to the client.
            _log.exception("defect", path=scope["path"], fault=type(fault).__name__)
            await refuse(500, "an error of the server; it was logged")
        finally:
            took = (time.perf_counter() - began) * 1000
            event = "refused" if status in (401, 403, 413, 422, 429) else "served"
            _log.info(
                event, method=scope["method"], path=scope["path"], status=status, ms=round(took, 1),
                client=client,
            )  # fmt: skip

    def _counted(self, receive: Receive) -> Receive:
        total = 0

        async def take() -> Message:
            nonlocal total
            message = await receive()
            total += len(message.get("body", b""))
            if total > self.body:
                raise TooLong(self.body)
            return message

        return take

    def _pause(self, client: str) -> float:
        """Seconds that a client must wait; a bucket of one minute's requests a client."""
        if not self.pace:
            return 0.0
        now = time.monotonic()
        left, last = self._seen.pop(client, (float(self.pace), now))
        left = min(float(self.pace), left + (now - last) * self.pace / 60)
        self._seen[client] = (left - 1 if left >= 1 else left, now)
        while len(self._seen) > 10_000:
            self._seen.popitem(last=False)
        return 0.0 if left >= 1 else (1 - left) * 60 / self.pace
