"""The encoder: its weights and network, and what it proposes where the rules are blind."""
