"""The one way in which the engine compiles a loop."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec, TypeVar, cast

from numba import njit

if TYPE_CHECKING:
    from collections.abc import Callable

    P = ParamSpec("P")
    R = TypeVar("R")


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """Return the function as machine code, compiled at its first call and kept on disk for the next process.

    The code is kept beside the source or, where that cannot be written, in the user's cache folder. Where neither can,
    each process compiles anew (a few seconds). The loops hold no lock of Python's, so a web process goes on answering.
    """
    try:
        return cast("Callable[P, R]", njit(cache=True, nogil=True)(function))
    except RuntimeError:  # no folder to keep the code in
        return cast("Callable[P, R]", njit(nogil=True)(function))
