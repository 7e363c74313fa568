"""Who did or said what towards whom."""
