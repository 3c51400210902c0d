"""The message catalogues: find the strings, keep the English catalogue in step, compile.

The texts of the law's dated values stand in YAML and count too.
All with Babel, because a fresh machine has no gettext programs. ``python -m matang.ui.catalogues`` adds strings that
are new to the English catalogue (empty, for a person to translate), drops those that are gone, and compiles.
"""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).resolve().parent.parent
LOCALE = Path(__file__).resolve().parent / "locale"
THIRD_PARTY = Path(__file__).resolve().parent / "third_party_templates"
KEYWORDS = {
    "_": None, "N_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2), "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2),
}  # fmt: skip
HEADER = r"""# English for the screens of Matang. Source strings are Indonesian.
msgid ""
msgstr ""
"Language: en\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""


LAW_TEXTS = ("label", "unit", "note", "about")
"""What is shown of the files of the law: names and units of values, notes, and what an instrument is about."""
LAW_NOTE = re.compile(r"\bnote=\"([^\"]+)\"")
"""The note of a rule's own source, in the rule's Python."""


def strings_of(path: Path) -> Iterator[tuple[int, str | tuple[str, ...], str | None]]:
    """Yield (line, message or messages, context) for one source file."""
    if path.suffix == ".yaml":
        import yaml  # noqa: PLC0415 -- the build compiles without it

        yield from ((1, text, None) for text in _shown_of(yaml.safe_load(path.read_text(encoding="utf-8"))))
        return
    if path.suffix == ".py":
        method, text = "python", path.read_text(encoding="utf-8")
        if "rules" in path.parts:
            yield from ((1, note, None) for note in LAW_NOTE.findall(text))
    elif path.is_relative_to(THIRD_PARTY):
        from django.utils.translation.template import templatize  # noqa: PLC0415 -- the build compiles without Django

        text = templatize(path.read_text(encoding="utf-8"))
        method, text = "python", "\n".join(line.lstrip() for line in text.splitlines())  # Python would read the indentation
    else:
        method, text = "jinja2.ext:babel_extract", path.read_text(encoding="utf-8")
    options = {"trimmed": "true", "silent": "false", "trim_blocks": "true", "lstrip_blocks": "true"}
    found = extract(method, io.BytesIO(text.encode()), keywords=KEYWORDS, options=options)
    yield from ((line, message, context) for line, message, _, context in found)


def _shown_of(content: object) -> Iterator[str]:
    """Yield the texts of a file of the law, however deep they stand."""
    if isinstance(content, dict):
        for key, value in content.items():
            if key in LAW_TEXTS and isinstance(value, str):
                yield value
            else:
                yield from _shown_of(value)
    elif isinstance(content, list):
        for value in content:
            yield from _shown_of(value)


def collect(source: Path = SOURCE) -> Catalog:
    """Return every string of the source tree with the places where it stands."""
    catalogue = Catalog(charset="utf-8")
    for path in sorted(
        [
            *source.rglob("*.py"),
            *source.rglob("*.html"),
            *source.glob("rules/parameters/*.yaml"),
            *source.glob("rules/sources/*.yaml"),
        ]
    ):
        if "migrations" in path.parts:
            continue
        for line, message, context in strings_of(path):
            if message:
                catalogue.add(message, locations=[(path.relative_to(source).as_posix(), line)], context=context)
    return catalogue


def read(language: str, locale: Path = LOCALE) -> Catalog:
    """Return our catalogue of a language."""
    with (locale / language / "LC_MESSAGES" / "django.po").open("rb") as readable:
        return read_po(readable, locale=language)


def refresh_english() -> tuple[int, int]:
    """Bring the English catalogue in step with the source; return (strings, how many lack a translation)."""
    known = read("en")
    catalogue = Catalog(locale="en", charset="utf-8", fuzzy=False)
    for message in collect():
        if not message.id:
            continue
        held = known.get(message.id, message.context)
        files = sorted({(name, 0) for name, _ in message.locations})
        catalogue.add(message.id, held.string if held else None, locations=files, context=message.context)
    write_english(catalogue)
    return len(catalogue), sum(1 for message in catalogue if message.id and not translated(message.string))


def write_english(catalogue: Catalog) -> None:
    """Write the English catalogue, sorted and under a header that never changes by itself."""
    body = io.BytesIO()
    write_po(body, catalogue, width=110, sort_output=True, omit_header=True, include_lineno=False)
    (LOCALE / "en" / "LC_MESSAGES" / "django.po").write_bytes(HEADER.encode() + body.getvalue().strip() + b"\n")


def translated(string: str | tuple[str, ...] | list[str] | None) -> bool:
    """True when a message has a translation in each of its forms."""
    return bool(string) if isinstance(string, str) or string is None else all(string)


def compile_all(folder: Path = LOCALE) -> list[Path]:
    """Write a ``.mo`` beside every ``.po`` below ``folder`` whose ``.mo`` is missing or older; return those written."""
    written = []
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as readable:
            catalogue = read_po(readable, locale=source.parent.parent.name)
        with target.open("wb") as writable:
            write_mo(writable, catalogue)
        written.append(target)
    return written


if __name__ == "__main__":
    strings, missing = refresh_english()
    compile_all()
    sys.stdout.write(f"{strings} strings, {missing} without English.\n")
