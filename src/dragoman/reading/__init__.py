"""The room reading; see docs/why/architecture.md."""
