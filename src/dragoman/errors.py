"""Every error that dragoman raises on purpose.

    DragomanError
    ├── EvidenceError        a quote that is not what stands in the text
    ├── SettingsError        a setting with a wrong name or value
    ├── SourceError          bytes could not be had
    │   ├── RefusedAddress   a private or forbidden address, a scheme we do not speak, robots
    │   └── TooLarge         size, depth, time or redirects over the limit
    ├── ReadingError         bytes that give no document
    ├── TableError           a table of actors, offices or places that cannot be used
    ├── ModelError           model files missing, altered, or of another version
    ├── RecordError          the store cannot do what was asked
    │   └── NotInRecord      no such document, report, event
    └── QuestionError        a filter, question or argument that makes no sense

Each message names the thing, the fault and the remedy.
"""

from __future__ import annotations

__all__ = [
    "DragomanError",
    "EvidenceError",
    "ModelError",
    "NotInRecord",
    "QuestionError",
    "ReadingError",
    "RecordError",
    "RefusedAddress",
    "SettingsError",
    "SourceError",
    "TableError",
    "TooLarge",
]


class DragomanError(Exception):
    """Base of every error below; its text can be shown to a user as it stands."""


class EvidenceError(DragomanError, ValueError):
    """A quote differs from the text at its place, or lies outside the text."""


class SettingsError(DragomanError, ValueError):
    """A setting has an unknown name or a value that cannot be used."""


class SourceError(DragomanError):
    """Bytes could not be had from a file, an address or an archive."""


class RefusedAddress(SourceError):
    """An address that dragoman does not ask: private, of another scheme, or barred by robots."""


class TooLarge(SourceError):
    """A limit on size, depth, time or redirects was passed."""


class ReadingError(DragomanError):
    """The bytes give no document: empty, binary, or without any text."""


class TableError(DragomanError, ValueError):
    """A table of actors, offices or places has a fault; file and line are in the message."""


class ModelError(DragomanError):
    """The model's files are missing, altered, or made for another version."""


class RecordError(DragomanError):
    """The store cannot do what was asked."""


class NotInRecord(RecordError, LookupError):
    """No document, report or event with this id is in the record."""


class QuestionError(DragomanError, ValueError):
    """A filter, a question or an argument that cannot be understood."""
