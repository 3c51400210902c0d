"""Names with titles: ``Titi Maryati S.Sos.`` is Titi Maryati with a degree."""

import re
from functools import lru_cache

_FRONT = re.compile(r"^(prof|dr|drg|drh|drs|dra|ir|hj?|apt|ns|kh|st)\.?$", re.IGNORECASE)
_BACK = re.compile(
    r"^(?:S\.?(?:Sos|Kom|Pd|Ked|Kep|Ak|Si|Ag|Hut|Tr|Gz|Farm|Psi|Stat|I|P|T|H|E|IP|AP|Pt|Pi|KM|STP|Ars|Th|Fil|Hum|Ikom|M)"
    r"|M\.?(?:A\.?P|Si|Kes|M|H|Pd|T|Ak|Kom|Sc|Eng|Hum|Ag|P|Sos|AP|E|Th|Farm|Kep|Psi|Stat|Ars|Tr)"
    r"|A\.?M?\.?(?:d|dKeb|dKep|Keb|Kep)|SE|SH|ST|SKM|SP|MM|MH|MT|MAP|SIP|Sp|Ners|Ns|Apt|Ph|Dr)"
    r"(?:\.?[A-Za-z]{1,6}){0,3}\.?$"
)
_WITHOUT_DOTS = frozenset(
    {"SE", "SH", "ST", "SP", "SKM", "SIP", "SPD", "SSOS", "SKOM", "MM", "MH", "MT", "MSI", "MPD", "MAP", "MKES"}
)


def _is_back(token: str) -> bool:
    return token in _WITHOUT_DOTS or ("." in token and bool(_BACK.match(token)))


@lru_cache(maxsize=4096)
def split_titles(written: str) -> tuple[str, str, str]:
    """Return (titles before, name, titles after). A word is a title only when its form leaves no doubt."""
    name, _comma, after = written.partition(",")
    words = name.split()
    front: list[str] = []
    while len(words) > 1 and _FRONT.match(words[0]) and (words[0].endswith(".") or words[0].lower() in {"drs", "dra"}):
        front.append(words.pop(0))
    back: list[str] = []
    while len(words) > 1 and _is_back(words[-1]):
        back.insert(0, words.pop())
    titles = ", ".join(part for part in (" ".join(back), " ".join(after.split())) if part)
    return " ".join(front), " ".join(words), titles
