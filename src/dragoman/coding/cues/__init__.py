"""How each mention hangs in its sentence, by language."""
