"""How much of the surroundings a command needs."""

from enum import IntEnum


class Level(IntEnum):
    """Each level includes those before it."""

    NOTHING = 0
    FOLDER = 1
    DATABASE = 2
    MIGRATED = 3
    STATIC = 4
