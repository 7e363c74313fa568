"""The room scale; see docs/why/architecture.md."""
