"""The room record; see docs/why/architecture.md."""
