"""The room coding; see docs/why/architecture.md."""
