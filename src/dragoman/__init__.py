"""dragoman reads what is published about diplomacy and keeps a record that can be checked.

>>> import dragoman
>>> for reading in dragoman.read("page.html", published="2024-11-16"):  # doctest: +SKIP
...     print(reading.reports)
>>> dragoman.connect("record.db").reports(kinds=("meeting",)).to_pandas()  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.library import connect, read
    from dragoman.publish.client import Client

__all__ = ["Client", "connect", "read"]


def __getattr__(name: str) -> Any:
    # Opened when asked for: the command line must not pay for what it does not use.
    if name == "Client":
        from dragoman.publish.client import Client

        return Client
    if name in __all__:
        from dragoman import library

        return getattr(library, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
