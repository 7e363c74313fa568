"""One frozen Settings, from defaults, a TOML file and the environment, in that order.

In: ``dragoman.toml`` (or the file in DRAGOMAN_SETTINGS) and variables DRAGOMAN_<NAME>. Out: a
Settings value that is handed down; nothing else in the program reads the environment.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dragoman.errors import SettingsError

__all__ = ["Settings", "load_settings"]


class Settings(BaseModel):
    """Every knob with its default. Sizes in bytes, times in seconds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    db: Path = Field(default=Path("dragoman.db"), description="the record")
    threads: int = Field(
        default=2, ge=1, le=256, description="of the encoder; documents read at a time"
    )
    max_bytes: int = Field(default=20_000_000, ge=1000, description="largest document")
    max_depth: int = Field(default=400, ge=10, description="deepest HTML nesting")
    max_text: int = Field(default=400_000, ge=1000, description="longest text, in code points")
    fetch_timeout: float = Field(default=20.0, gt=0, description="one request, start to end")
    fetch_redirects: int = Field(default=5, ge=0, le=20, description="redirects followed")
    fetch_pace: float = Field(default=1.0, ge=0, description="least time between two to a host")
    user_agent: str = Field(default="dragoman/0.1 (research; respects robots.txt)")
    cache_dir: Path | None = Field(default=None, description="HTTP cache; None: beside the user's")
    allow_private: bool = Field(
        default=False, description="ask private addresses too (for tests on loopback)"
    )
    use_model: bool = Field(default=True, description="let the encoder take part")
    actors: Path | None = Field(default=None, description="the user's own table of actors")
    host: str = Field(default="127.0.0.1", description="where `serve` listens")
    port: int = Field(default=8765, ge=0, le=65535)
    max_body: int = Field(default=3_000_000, ge=1000, description="largest body sent to `serve`")
    answer_within: float = Field(default=20.0, gt=0, description="time of one answer of `serve`")
    pace: int = Field(default=600, ge=0, description="requests a minute and client; 0: no limit")
    llm_url: str | None = Field(default=None, description="OpenAI-compatible endpoint for `ask`")
    llm_model: str | None = None
    llm_key: str | None = Field(default=None, repr=False)


def load_settings(
    path: Path | None = None, environ: Mapping[str, str] | None = None, **overrides: Any
) -> Settings:
    """Settings from file, environment and ``overrides`` (those that are not None).

    Raises SettingsError naming the setting, its fault and where it came from.
    """
    environ = os.environ if environ is None else environ
    named = path or (Path(environ["DRAGOMAN_SETTINGS"]) if "DRAGOMAN_SETTINGS" in environ else None)
    file = named or Path("dragoman.toml")
    values: dict[str, Any] = {}
    if file.is_file():
        try:
            values.update(tomllib.loads(file.read_text(encoding="utf-8")))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
            raise SettingsError(f"{file}: not TOML ({fault}); write NAME = VALUE lines") from fault
    elif named:
        raise SettingsError(f"{file}: no such settings file; make it or unset DRAGOMAN_SETTINGS")
    for name in Settings.model_fields:
        if (value := environ.get(f"DRAGOMAN_{name.upper()}")) is not None:
            values[name] = value
    values.update({name: value for name, value in overrides.items() if value is not None})
    try:
        return Settings.model_validate(values)
    except ValidationError as fault:
        first = fault.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        valid = ", ".join(Settings.model_fields)
        raise SettingsError(
            f"setting {name!r}: {first['msg']} (got {first.get('input')!r}); settings are: {valid}"
        ) from fault
