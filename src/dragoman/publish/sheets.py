"""Cells that go into spreadsheets. In: text from documents. Out: text that no program runs."""

from __future__ import annotations

__all__ = ["guard_formula"]


def guard_formula(value: str | None) -> str:
    """A cell that a spreadsheet would run as a formula gets an apostrophe before it."""
    value = value or ""
    return (
        "'" + value if value[:1] in ("=", "+", "-", "@", "\t", "\r") and len(value) > 1 else value
    )
