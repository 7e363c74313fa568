"""Which addresses may be asked, checked on the name and again on the connection itself.

A name is resolved once, every answer is checked, and the connection goes to the checked number:
a second look-up that answers differently (DNS rebinding) never takes place. The same backend
carries the one deadline of a request through connecting, TLS, headers and body, so that a server
that drips a byte at a time cannot hold the program.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterable
from typing import Any

import httpcore2

from dragoman.errors import RefusedAddress, SourceError, TooLarge

__all__ = ["Deadline", "GuardedBackend", "check_number", "check_url"]

# RFC 6052 and 3056: IPv6 forms that carry an IPv4 address inside.
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


class Deadline:
    """A point in time that all waiting of one request ends at; seconds."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left. Raises TooLarge when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise TooLarge(
                f"no whole answer within {self.seconds:g} seconds; raise fetch_timeout or try later"
            )
        return left


def check_url(url: str) -> tuple[str, str, int]:
    """Scheme, host and port of an address that may be asked. Raises RefusedAddress."""
    import httpx2

    try:
        parts = httpx2.URL(url)
    except (httpx2.InvalidURL, ValueError, UnicodeError) as fault:
        raise RefusedAddress(f"not an address ({fault}); write https://host/path") from fault
    if parts.scheme not in ("http", "https"):
        raise RefusedAddress(f"scheme {parts.scheme!r}; only http and https are asked")
    if parts.userinfo:
        raise RefusedAddress("a user name or password in the address; leave it out")
    if not parts.host:
        raise RefusedAddress("an address without a host; write https://host/path")
    return parts.scheme, parts.host, parts.port or (443 if parts.scheme == "https" else 80)


def check_number(number: str, *, allow_loopback: bool) -> None:
    """Raise RefusedAddress unless the IP address ``number`` is a public unicast one.

    Private, link-local (cloud metadata), multicast, reserved and unspecified ones are refused,
    also inside IPv6 forms that carry IPv4. ``allow_loopback`` admits 127.0.0.0/8 and ::1.
    """
    address = ipaddress.ip_address(number.split("%")[0])
    carried: ipaddress.IPv4Address | None = None
    if isinstance(address, ipaddress.IPv6Address):
        carried = address.ipv4_mapped or address.sixtofour
        if address.teredo:
            carried = address.teredo[1]
        elif address in _NAT64:
            carried = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    inner = carried or address
    if allow_loopback and inner.is_loopback:
        return
    if not inner.is_global or inner.is_multicast or inner.is_reserved:
        raise RefusedAddress(
            f"{number} is a private, local or reserved address; only public ones are asked"
        )


class GuardedBackend(httpcore2.NetworkBackend):
    """Connects only to checked addresses, and lets nothing wait beyond the deadline."""

    def __init__(self, deadline: Deadline, *, allow_loopback: bool) -> None:
        self._deadline = deadline
        self._allow_loopback = allow_loopback
        self._inner = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:
        """Connect to the first checked address of ``host`` that answers."""
        numbers = _resolve(host, port)
        for number in numbers:  # all of them: one private answer among public ones is an attack
            check_number(number, allow_loopback=self._allow_loopback)
        last: Exception | None = None
        for number in numbers[:4]:
            try:
                stream = self._inner.connect_tcp(
                    number, port, self._deadline.left(), local_address, socket_options
                )
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as fault:
                last = fault
                continue
            return _TimedStream(stream, self._deadline)
        raise SourceError(f"{host} does not answer ({last}); try later") from last

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore2.NetworkStream:
        """Refused: an address never means a socket on this machine."""
        raise RefusedAddress("a socket file; only http and https are asked")

    def sleep(self, seconds: float) -> None:
        """Sleep within the deadline."""
        time.sleep(min(seconds, self._deadline.left()))


def _resolve(host: str, port: int) -> list[str]:
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as fault:
        raise SourceError(f"{host} has no address ({fault}); check its spelling") from fault
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


class _TimedStream(httpcore2.NetworkStream):
    def __init__(self, inner: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._inner = inner
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left())
        return _TimedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)
