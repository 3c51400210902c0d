"""Write down the mayor's programmes as they were announced, by form or from a file."""
