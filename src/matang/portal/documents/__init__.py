"""Whether a paper is what an agency issued: open to everybody who holds its code."""
