"""The room languages; see docs/why/architecture.md."""
