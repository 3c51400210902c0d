"""Loops over millions of pairs, compiled to machine code when they are first needed.

Import from here only inside functions that work on large problems: loading the compiler takes longer than solving a small
one. Every loop also runs as plain Python (``loop.py_func``), slowly.
"""
