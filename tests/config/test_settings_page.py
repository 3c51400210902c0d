"""Every setting that the code reads is explained, and nothing else is."""

import re

from matang.config.environment import CLONE, PACKAGE

NAME = re.compile(r"\b(MATANG_[A-Z_]*[A-Z])\b")


def test_the_page_names_exactly_the_settings_that_exist() -> None:
    sources = [*PACKAGE.rglob("*.py"), CLONE / "matang"]
    read = {name for path in sources for name in NAME.findall(path.read_text(encoding="utf-8"))}
    told = set(NAME.findall((CLONE / "docs" / "guides" / "settings.md").read_text(encoding="utf-8")))
    assert read - told == set()
    assert told - read == set()
