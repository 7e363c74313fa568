"""What a sentence names: states, bodies, offices, people of the tables, towns."""
