"""What the build promises: exact packages from any registry, and letters for every word of ours."""

import json
import re
import subprocess
from pathlib import Path

from babel.messages.catalog import Message

from matang.ui import catalogues

ROOT = Path(__file__).resolve().parents[2]


def test_front_end_packages_are_exact_and_name_no_host() -> None:
    wanted = json.loads((ROOT / "package.json").read_text())["dependencies"]
    lock = (ROOT / "package-lock.json").read_text()
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    assert json.loads(lock)["packages"][""]["dependencies"] == wanted
    assert '"resolved"' not in lock


def test_what_the_build_makes_is_ignored_by_git() -> None:
    made = ["src/matang/ui/static/build/matang.css", "src/matang/ui/locale/en/LC_MESSAGES/django.mo", "node_modules/x"]
    found = subprocess.run(["git", "check-ignore", *made], cwd=ROOT, capture_output=True, text=True, check=False)
    assert found.stdout.split() == made


def letters(message: Message) -> set[str]:
    """Return every character of a message and its translation."""
    words = [message.id, message.string]
    return set("".join(word if isinstance(word, str) else "".join(word or ()) for word in words if word))


def test_the_font_has_a_letter_for_every_word_of_ours() -> None:
    source = (ROOT / "hatch_build.py").read_text()
    kept: set[str] = set()
    for low, high in re.findall(r"U\+([0-9A-F]{4})(?:-([0-9A-F]{4}))?", source):
        kept |= {chr(code) for code in range(int(low, 16), int(high or low, 16) + 1)}
    wanted = set().union(*(letters(message) for message in catalogues.read("en") if message.id))
    assert sorted(wanted - kept - {"\n"}) == []
