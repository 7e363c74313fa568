"""Packaged tables: lexicons, actors, places. Each entry's source stands in the file or SOURCES.md."""
