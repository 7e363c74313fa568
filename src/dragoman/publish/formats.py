"""Rows as JSON, CSV or Parquet, with an ETag so that an unchanged answer is not sent again.

In: records, the format asked for. Out: a Response; 304 where the client has it already.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Sequence
from typing import Any, Literal

from fastapi import Request
from fastapi.responses import Response

from dragoman.publish.sheets import guard_formula

__all__ = ["Format", "respond", "respond_bytes"]

Format = Literal["json", "csv", "parquet"]


def respond_bytes(request: Request, body: bytes, media: str, **headers: str) -> Response:
    """The body with its ETag; 304 when ``If-None-Match`` names it."""
    tag = f'"{hashlib.sha256(body).hexdigest()[:24]}"'
    headers = {"etag": tag, "cache-control": "no-cache", **headers}
    asked = request.headers.get("if-none-match", "")
    if tag in [part.strip().removeprefix("W/") for part in asked.split(",")]:
        return Response(status_code=304, headers=headers)
    return Response(body, media_type=media, headers=headers)


def respond(
    request: Request, rows: Sequence[dict[str, Any]], form: Format, following: str | None
) -> Response:
    """A page of rows. JSON: {"items", "next"}; CSV and Parquet name the next page in a header."""
    headers = {"x-next-cursor": following} if following else {}
    if form == "json":
        body = json.dumps({"items": rows, "next": following}, ensure_ascii=False).encode()
        return respond_bytes(request, body, "application/json", **headers)
    flat = [{name: _flat(value) for name, value in row.items()} for row in rows]
    if form == "csv":
        stream = io.StringIO()
        writer = csv.DictWriter(stream, list(flat[0]) if flat else ["id"], lineterminator="\n")
        writer.writeheader()
        writer.writerows({k: guard_formula(v) for k, v in row.items()} for row in flat)
        return respond_bytes(request, stream.getvalue().encode(), "text/csv", **headers)
    import pyarrow as pa
    import pyarrow.parquet as pq

    table = pa.Table.from_pylist(flat, schema=None if flat else pa.schema([("id", pa.string())]))
    sink = io.BytesIO()
    pq.write_table(table, sink)
    return respond_bytes(request, sink.getvalue(), "application/vnd.apache.parquet", **headers)


def _flat(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)
