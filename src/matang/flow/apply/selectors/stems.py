"""What somebody may have meant by a word: the forms that Indonesian makes of the same root.

PostgreSQL's Indonesian stemmer doesn't bring all forms of a root together ("pengelolaan" becomes *elola*, "dikelola" *kelola*,
"memilah" *memi*). So a question is widened: roots are guessed from a word, their usual forms made, and any of them may occur.
A guess too many finds a little more; what matches as it was written ranks first.
"""

import re

PREFIXES = ("meng", "meny", "men", "mem", "me", "peng", "peny", "pen", "pem", "per", "pe", "di", "ber", "ter", "ke")
SUFFIXES = ("kan", "nya", "an", "i")
LOST = {"meng": "k", "peng": "k", "meny": "s", "peny": "s", "men": "t", "pen": "t", "mem": "p", "pem": "p"}
"""The first letter of a root that the prefix swallows before a vowel."""
NASAL = {"k": "ng", "t": "n", "p": "m", "s": "ny"}
KEPT = dict.fromkeys("aeiough", "ng") | dict.fromkeys("bf", "m") | dict.fromkeys("cdjz", "n")
SHORTEST, MOST_WORDS = 3, 8
TOKENS = re.compile(r'-?"[^"]*"|-?\w+')
WORD = re.compile(r"\w+")


def roots_of(word: str) -> set[str]:
    """Return what may be the root of a word, itself included."""
    bases = {word} | {word.removesuffix(end) for end in SUFFIXES if word.endswith(end) and len(word) - len(end) > SHORTEST}
    found = set(bases)
    for base in bases:
        for prefix in PREFIXES:
            rest = base.removeprefix(prefix)
            if rest == base or len(rest) < SHORTEST:
                continue
            found.add(rest)
            if prefix in LOST and rest[0] in "aeiou":
                found.add(LOST[prefix] + rest)
    return found


def forms_of(root: str) -> set[str]:
    """Return the usual forms of a root: passive, active, and the nouns made of it."""
    first = root[0]
    tail = NASAL[first] + root[1:] if first in NASAL else KEPT.get(first, "") + root
    return {root, f"{root}an", f"di{root}", f"me{tail}", f"me{tail}kan", f"me{tail}i", f"pe{tail}an"}


def widened(text: str) -> str:
    """Return a question as a ``tsquery``: each word in any of its forms, "quoted words" as they stand, ``-`` = without."""
    parts = []
    for token in TOKENS.findall(text.lower())[:MOST_WORDS]:
        without, plain = token.startswith("-"), token.lstrip("-")
        words = WORD.findall(plain)
        if not words:
            continue
        if plain.startswith('"'):
            part = " <-> ".join(f"'{word}'" for word in words)
        elif len(plain) <= SHORTEST or not plain.isalpha():
            part = f"'{plain}'"
        else:
            part = " | ".join(f"'{form}'" for form in sorted({form for root in roots_of(plain) for form in forms_of(root)}))
        parts.append(f"{'!' if without else ''}({part})")
    return " & ".join(parts)
