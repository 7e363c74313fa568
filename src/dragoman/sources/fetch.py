"""Addresses asked politely and warily: robots.txt, a pace per host, one deadline, limits.

httpx2 speaks HTTP, hishel keeps answers and asks conditionally (RFC 9111), protego reads
robots.txt (RFC 9309). Redirects are followed here, one hop at a time, so that each address is
checked like the first.
"""

from __future__ import annotations

import ssl
import time
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

import httpcore2
import httpx2
from hishel import CacheOptions, SqliteStorage
from hishel.httpx2 import CacheTransport
from protego import Protego

from dragoman.errors import RefusedAddress, SourceError, TooLarge
from dragoman.settings import Settings
from dragoman.sources.addresses import Deadline, GuardedBackend, check_number, check_url
from dragoman.sources.fetched import Fetched

__all__ = ["Fetcher"]

_REDIRECTS = (301, 302, 303, 307, 308)
_ROBOTS_BYTES = 500_000  # RFC 9309: at least 500 KiB are to be read
_LONGEST_PACE = 30.0  # seconds; chosen: a Crawl-delay of hours means "do not crawl" to nobody
_CACHE_BYTES = 500_000_000  # chosen, not measured


class Fetcher:
    """Asks addresses, one after the other. Keeps robots rules and the pace of each host."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._ssl = ssl.create_default_context()
        self._robots: dict[str, Protego] = {}
        self._asked: dict[str, float] = {}
        folder = settings.cache_dir or _user_cache()
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as fault:
            raise SourceError(f"cache folder {folder}: {fault}; set cache_dir") from fault
        self._storage = SqliteStorage(database_path=folder / "http.db", max_size=_CACHE_BYTES)

    def __enter__(self) -> Fetcher:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the cache."""
        self._storage.close()

    def fetch(self, url: str) -> Fetched:
        """The document at ``url``, after its redirects.

        Raises RefusedAddress, TooLarge (bytes, time, redirects) or SourceError.
        """
        deadline = Deadline(self._settings.fetch_timeout)
        here, seen = url.split("#")[0], set[str]()
        while True:
            if here in seen:
                raise TooLarge(f"redirects run in a circle at {here}; ask the page itself")
            if len(seen) > self._settings.fetch_redirects:
                raise TooLarge(
                    f"more than {self._settings.fetch_redirects} redirects; ask the page"
                )
            seen.add(here)
            scheme, host, port = check_url(here)
            self._check_literal(host)
            origin = f"{scheme}://{f'[{host}]' if ':' in host else host}:{port}"
            rules = self._read_robots(origin, deadline)
            if not rules.can_fetch(here, self._settings.user_agent):
                raise RefusedAddress(f"robots.txt of {host} bars {here}; read a saved copy instead")
            delay = rules.crawl_delay(self._settings.user_agent) or 0.0
            self._wait(host, max(self._settings.fetch_pace, min(delay, _LONGEST_PACE)))
            # Waiting for a polite moment is ours, not the server's: it gets its time in full.
            deadline = Deadline(self._settings.fetch_timeout)
            status, headers, body = self._ask(here, deadline, self._settings.max_bytes)
            if status in _REDIRECTS and headers.get("location"):
                here = _join(here, headers["location"])
                continue
            if status >= 400:
                raise SourceError(f"{here} answered {status}; check the address or try later")
            return Fetched(
                source=url,
                data=body,
                url=here,
                content_type=headers.get("content-type"),
                headers=headers,
            )

    def _check_literal(self, host: str) -> None:
        """Refuse an address written as a number before the cache or the network is asked."""
        try:
            check_number(host, allow_loopback=self._settings.allow_private)
        except ValueError:
            return  # a name: checked when it is resolved

    def _read_robots(self, origin: str, deadline: Deadline) -> Protego:
        if origin not in self._robots:
            text = ""
            address, seen = f"{origin}/robots.txt", 0
            while True:
                status, headers, body = self._ask(address, deadline, _ROBOTS_BYTES, cut=True)
                if status not in _REDIRECTS or not headers.get("location") or seen >= 5:
                    break
                address, seen = _join(address, headers["location"]), seen + 1
                self._check_literal(check_url(address)[1])
            if status >= 500:  # RFC 9309, 2.3.1.4: unreachable means that all is barred
                raise SourceError(f"{origin}/robots.txt answered {status}; try later")
            if status < 300:
                text = body.decode("utf-8", "replace")
            self._robots[origin] = Protego.parse(text)
        return self._robots[origin]

    def _wait(self, host: str, pace: float) -> None:
        due = self._asked.get(host, 0.0) + pace
        if (pause := due - time.monotonic()) > 0 and host in self._asked:
            time.sleep(pause)
        self._asked[host] = time.monotonic()

    def _ask(
        self, url: str, deadline: Deadline, limit: int, *, cut: bool = False
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers (lower case) and decoded body of one request, without redirects.

        ``cut``: a body over ``limit`` bytes is cut there instead of refused.
        """
        direct = _GuardedTransport(self._ssl, deadline, allow_loopback=self._settings.allow_private)
        transport = CacheTransport(direct, self._storage, rfc=CacheOptions(shared=False))
        request = httpx2.Request(
            "GET",
            url,
            headers={
                "User-Agent": self._settings.user_agent,
                "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5",
                "Accept-Encoding": "gzip, deflate",
            },
        )
        try:
            response = transport.handle_request(request)
            try:
                headers = {name.lower(): value for name, value in response.headers.items()}
                body = _read_body(response, headers, limit, deadline, cut=cut)
                return response.status_code, headers, body
            finally:
                response.close()
        except httpcore2.TimeoutException as fault:
            deadline.left()
            raise SourceError(f"{url} does not answer ({fault}); try later") from fault
        except (httpcore2.NetworkError, httpcore2.ProtocolError, ssl.SSLError, OSError) as fault:
            raise SourceError(f"{url} cannot be read ({fault}); try later") from fault
        except (httpx2.HTTPError, httpx2.InvalidURL, RuntimeError, UnicodeError) as fault:
            raise SourceError(f"{url} cannot be asked ({fault}); check the address") from fault
        finally:
            direct.close()


class _GuardedTransport(httpx2.BaseTransport):
    """httpx2 over a connection pool whose every connection is checked and timed."""

    def __init__(
        self, context: ssl.SSLContext, deadline: Deadline, *, allow_loopback: bool
    ) -> None:
        self._pool = httpcore2.ConnectionPool(
            ssl_context=context,
            max_connections=1,
            network_backend=GuardedBackend(deadline, allow_loopback=allow_loopback),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        answer = self._pool.handle_request(
            httpcore2.Request(
                method=request.method,
                url=httpcore2.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
            )
        )
        return httpx2.Response(
            status_code=answer.status, headers=answer.headers, stream=_Body(answer.stream)
        )

    def close(self) -> None:
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, stream: Any) -> None:
        self._stream = stream

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        self._stream.close()


def _read_body(
    response: httpx2.Response,
    headers: dict[str, str],
    limit: int,
    deadline: Deadline,
    *,
    cut: bool,
) -> bytes:
    """The body, decoded piece by piece so that neither size can pass ``limit`` unseen."""
    declared = headers.get("content-length", "")
    if declared.isdigit() and int(declared) > limit and not cut:
        raise TooLarge(f"{int(declared):,} bytes, over the limit of {limit:,}; raise max_bytes")
    encoding = headers.get("content-encoding", "").lower().strip()
    body = bytearray()
    for piece in _decode(_within(response.iter_raw(), limit, deadline, cut), encoding, limit):
        body += piece
        if len(body) > limit:
            if cut:
                return bytes(body[:limit])
            raise TooLarge(f"more than {limit:,} bytes; raise max_bytes in the settings")
    return bytes(body)


def _within(pieces: Iterable[bytes], limit: int, deadline: Deadline, cut: bool) -> Iterator[bytes]:
    total = 0
    for piece in pieces:
        deadline.left()
        total += len(piece)
        yield piece
        if total > limit:
            if cut:
                return
            raise TooLarge(f"more than {limit:,} bytes; raise max_bytes in the settings")


def _decode(pieces: Iterable[bytes], encoding: str, limit: int) -> Iterator[bytes]:
    if encoding in ("", "identity"):
        yield from pieces
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise SourceError(f"content encoding {encoding!r}, which was not asked for; save the page")
    inflate = zlib.decompressobj(zlib.MAX_WBITS | 32)  # 32: gzip or zlib, by the header
    started = False
    for piece in pieces:
        try:
            out = inflate.decompress(piece, limit + 1)
        except zlib.error as fault:
            if started or encoding != "deflate":
                raise SourceError(f"broken {encoding} ({fault}); try later") from fault
            inflate = zlib.decompressobj(-zlib.MAX_WBITS)  # deflate without its zlib header
            try:
                out = inflate.decompress(piece, limit + 1)
            except zlib.error as second:
                raise SourceError(f"broken {encoding} ({second}); try later") from second
        started = True
        yield out


def _join(base: str, location: str) -> str:
    try:
        return str(httpx2.URL(base).join(location)).split("#")[0]
    except (httpx2.InvalidURL, ValueError, UnicodeError) as fault:
        raise SourceError(f"{base} redirects to no address ({fault}); ask the page") from fault


def _user_cache() -> Path:
    return Path.home() / ".cache" / "dragoman"
