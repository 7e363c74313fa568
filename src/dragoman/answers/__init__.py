"""The room answers; see docs/why/architecture.md."""
