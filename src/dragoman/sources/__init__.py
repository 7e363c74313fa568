"""The room sources; see docs/why/architecture.md."""
