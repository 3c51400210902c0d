"""Pages of reports, hours of learning and alumni."""
