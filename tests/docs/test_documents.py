"""The documents keep their promises: short, linked, complete."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(
    path for path in [ROOT / "README.md", *ROOT.glob("docs/**/*.md"), *ROOT.glob("src/**/README.md"), *ROOT.glob("bench/*.md")]
)
DECISIONS = sorted(path for path in (ROOT / "docs" / "decisions").glob("*.md") if path.name != "README.md")
LINK = re.compile(r"\[[^\]]*\]\((?!https?://|mailto:|#)([^)#\s]+)")


def test_the_readme_stays_short_and_gives_the_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) < 100
    assert "./matang demo" in text
    assert "./matang test" in text


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_relative_link_leads_somewhere(document: Path) -> None:
    missing = [target for target in LINK.findall(document.read_text(encoding="utf-8")) if not (document.parent / target).exists()]
    assert missing == []


@pytest.mark.parametrize("decision", DECISIONS, ids=lambda path: path.name)
def test_every_decision_gives_context_choice_and_rejected_options(decision: Path) -> None:
    text = decision.read_text(encoding="utf-8")
    headings = re.findall(r"^## (.+)$", text, flags=re.MULTILINE)
    assert re.match(r"\d{4}-[a-z0-9-]+\.md$", decision.name)
    assert [name for name in ("Context", "Choice", "Rejected options") if name not in headings] == []
    assert len(text.splitlines()) <= 90, "a decision is one page"


def test_the_decision_index_lists_every_decision() -> None:
    index = (ROOT / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    assert [path.name for path in DECISIONS if f"({path.name})" not in index] == []


def test_changelog_fragments_are_one_or_two_lines() -> None:
    long = {
        path.name: lines
        for path in (ROOT / "changelog.d").glob("*.md")
        if not 1 <= (lines := len(path.read_text(encoding="utf-8").strip().splitlines())) <= 2
    }
    assert long == {}
