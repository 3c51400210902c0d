"""The words of a page as people read or hear them, to find what was left in the other language."""

import re
from html.parser import HTMLParser

HEARD = ("aria-label", "placeholder", "title", "alt")
VOID = ("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr")
# Frequent words of one language that stand in no name and in no term of the law of the other's pages.
FOREIGN = {
    "en": re.compile(r"\b(yang|tidak|belum|dengan|untuk|sudah|adalah|Anda|akan)\b", re.IGNORECASE),
    "id": re.compile(r"\b(the|and|with|please|your|you|are|from)\b", re.IGNORECASE),
}


class Words(HTMLParser):
    """Collects texts and spoken attributes, leaving out scripts and what says that it is in another language."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.left_out: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go into an element."""
        given = dict(attrs)
        if tag not in VOID and (self.left_out or tag in {"script", "style"} or ("lang" in given and tag != "html")):
            self.left_out.append(tag)
        if not self.left_out:
            self.found += [given[name] or "" for name in HEARD if name in given]

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        if self.left_out and self.left_out[-1] == tag:
            self.left_out.pop()

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        if not self.left_out:
            self.found.append(" ".join(data.split()))


def in_the_other_language(page: str, language: str) -> list[str]:
    """Return the texts of a page in ``language`` that hold words of the other language."""
    words = Words()
    words.feed(page)
    return [text for text in words.found if FOREIGN[language].search(text)]
