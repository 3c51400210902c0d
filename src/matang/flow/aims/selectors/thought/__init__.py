"""Read papers of thought: the questions, what a paper lacks, papers that feed each other."""
