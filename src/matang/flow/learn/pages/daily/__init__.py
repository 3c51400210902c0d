"""The days of interns: the logbook on the phone, and what those beside them do."""
