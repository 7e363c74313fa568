"""Weights of the dragoman encoder: files beside this one, described in manifest.toml."""
