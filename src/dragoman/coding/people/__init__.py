"""Who is meant: names, titles, pronouns and words that stand for somebody named elsewhere."""
