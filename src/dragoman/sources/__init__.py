"""Where bytes come from: files, folders, standard input, mail and addresses.

In: what a user names (paths, "-", http addresses). Out: Fetched values, one a document, and
Failures for what could not be had. What the bytes say is left to ``dragoman.reading``.
"""

from __future__ import annotations

from dragoman.sources.fetched import Fetched, Hints
from dragoman.sources.gathering import gather

__all__ = ["Fetched", "Hints", "gather"]
