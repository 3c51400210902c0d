"""Write papers of thought: save as one goes, submit, make activities of efforts, issue as a paper."""
