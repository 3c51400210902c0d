"""Keep the days of interns."""
