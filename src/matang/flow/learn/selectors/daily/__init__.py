"""Read the days of interns: as the intern, as those at home, as the host."""
