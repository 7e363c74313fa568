"""The installed weights: where they lie, and whether they are the ones that were trained.

In: a folder. Out: its manifest, after the sum of every file was compared with it. Opening the files
is left to model/encoder.py; nothing is downloaded.
"""

from __future__ import annotations

import hashlib
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

from dragoman.errors import ModelError

__all__ = ["check_files", "installed"]

FORMAT = 1  # layout of the files; a package of another layout is refused


def installed() -> Path:
    """The folder of the installed weights. Raises ModelError when there are none."""
    try:
        return Path(str(resources.files("dragoman_model")))
    except ModuleNotFoundError as fault:
        raise ModelError(
            "the package dragoman-model is not installed; install it, or set use_model = false to "
            "read by rules alone"
        ) from fault


def check_files(folder: Path) -> dict[str, Any]:
    """The manifest, after every file's sum was compared with it. Raises ModelError."""
    remedy = "reinstall dragoman-model, or set use_model = false to read by rules alone"
    manifest = folder / "manifest.toml"
    try:
        about = tomllib.loads(manifest.read_text(encoding="utf-8"))
    except FileNotFoundError as fault:
        raise ModelError(f"no model in {folder}: manifest.toml is missing; {remedy}") from fault
    except (OSError, ValueError) as fault:
        raise ModelError(f"{manifest} cannot be read ({fault}); {remedy}") from fault
    if about.get("format") != FORMAT:
        raise ModelError(
            f"the model in {folder} has format {about.get('format')!r}, this program reads "
            f"{FORMAT}; install the dragoman-model of the same release, or set use_model = false"
        )
    for name, expected in about.get("sha256", {}).items():
        file = folder / name
        if not file.is_file():
            raise ModelError(f"the model's file {file} is missing; {remedy}")
        if hashlib.sha256(file.read_bytes()).hexdigest() != expected:
            raise ModelError(f"the model's file {file} was altered (its sum differs); {remedy}")
    return about
