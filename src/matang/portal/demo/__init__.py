"""The demonstration city: real regions, units and posts; invented people; and the main road walked once."""
