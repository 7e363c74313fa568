"""A thin typed client of /api/v1: ``dragoman.Client``.

In: the address of a server, perhaps a key. Out: the same records the server holds. Raises
QuestionError for what the server refuses, NotInRecord for what it does not hold, RecordError for
a server that cannot answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import Any

import httpx2

from dragoman.errors import NotInRecord, QuestionError, RecordError
from dragoman.records import Answer, Comparison, Correction, Document, Event, Reading, Report

__all__ = ["Client"]


class Client:
    """Asks one server. Use as a context manager or call close()."""

    def __init__(self, address: str, key: str | None = None, timeout: float = 30.0) -> None:
        headers = {"authorization": f"Bearer {key}"} if key else {}
        self._http = httpx2.Client(
            base_url=address.rstrip("/") + "/api/v1", headers=headers, timeout=timeout
        )

    def __enter__(self) -> Client:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._http.close()

    def _ask(self, method: str, path: str, **more: Any) -> Any:
        try:
            answer = self._http.request(method, path, **more)
        except httpx2.HTTPError as fault:
            raise RecordError(f"{self._http.base_url}: no answer ({fault})") from fault
        if answer.status_code == 404:
            raise NotInRecord(str(answer.json().get("detail", path)))
        if 400 <= answer.status_code < 500:
            raise QuestionError(f"{answer.status_code}: {answer.json().get('detail', path)}")
        if answer.status_code >= 500:
            raise RecordError(f"{path}: the server answered {answer.status_code}")
        return answer.json()

    def _pages(self, path: str, **filters: Any) -> Iterator[dict[str, Any]]:
        wanted = {name: value for name, value in filters.items() if value is not None}
        while True:
            page = self._ask("GET", path, params=wanted)
            yield from page["items"]
            if page["next"] is None:
                return
            wanted["cursor"] = page["next"]

    def documents(self, **filters: Any) -> Iterator[Document]:
        """Documents, newest first, page after page; filters as in the API."""
        return map(Document.model_validate, self._pages("/documents", **filters))

    def document(self, id_: str) -> Reading:
        """One document with its reports."""
        return Reading.model_validate(self._ask("GET", f"/documents/{id_}"))

    def reports(self, **filters: Any) -> Iterator[Report]:
        """Reports, newest day first, page after page."""
        return map(Report.model_validate, self._pages("/reports", **filters))

    def events(self, **filters: Any) -> Iterator[Event]:
        """Events, newest first, page after page."""
        return map(Event.model_validate, self._pages("/events", **filters))

    def event(self, id_: str) -> Event:
        """One event."""
        return Event.model_validate(self._ask("GET", f"/events/{id_}"))

    def compare(self, event: str) -> Comparison:
        """The readouts of an event side by side."""
        return Comparison.model_validate(self._ask("GET", f"/events/{event}/comparison"))

    def ask(self, question: str, language: str | None = None) -> Answer:
        """An answer with its quotes, or a refusal."""
        params = {"q": question} | ({"language": language} if language else {})
        return Answer.model_validate(self._ask("GET", "/ask", params=params))

    def add_document(self, text: str, **known: str) -> Reading:
        """Have the server read a document (needs a key)."""
        return Reading.model_validate(self._ask("POST", "/documents", json={"text": text, **known}))

    def correct(self, verb: str, subject: str, **more: str) -> Correction:
        """Have the server keep a correction (needs a key)."""
        body = {"verb": verb, "subject": subject, **more}
        return Correction.model_validate(self._ask("POST", "/corrections", json=body))

    def undo(self, correction: str) -> Correction:
        """Take a correction back (needs a key)."""
        return Correction.model_validate(self._ask("DELETE", f"/corrections/{correction}"))
