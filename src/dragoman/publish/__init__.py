"""The room publish; see docs/why/architecture.md."""
