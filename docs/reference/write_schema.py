"""Write records.schema.json anew from the code: ``uv run python docs/reference/write_schema.py``."""

import json
from pathlib import Path

from dragoman.records import json_schema

text = json.dumps(json_schema(), ensure_ascii=False, indent=1, sort_keys=True)
Path(__file__).with_name("records.schema.json").write_text(text + "\n", encoding="utf-8")
