"""Loops over millions of pairs, compiled to machine code when they are first needed.

Only ``large.py`` of the engine imports from here, and only for large problems: loading the compiler takes longer than a
small problem. Every function also runs as plain Python (``function.py_func``), slowly.
"""
