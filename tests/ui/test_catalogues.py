"""Both languages are complete, third-party strings included."""

import io
from collections import defaultdict
from pathlib import Path

import allauth
import axes
import django
from babel.messages.extract import extract
from babel.messages.mofile import read_mo
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation.template import templatize

from matang.ui import catalogues

THIRD_PARTY_FOLDERS = ("account", "mfa", "socialaccount", "core", "templates/account", "templates/mfa", "templates/socialaccount")


def indonesian_of_third_parties() -> set[str]:
    """Return every string that allauth, axes and Django translate to Indonesian."""
    files = [
        Path(allauth.__file__).parent / "locale/id/LC_MESSAGES/django.mo",
        Path(axes.__file__).parent / "locale/id/LC_MESSAGES/django.mo",
        *Path(django.__file__).parent.glob("**/locale/id/LC_MESSAGES/django.mo"),
    ]
    known = set()
    for path in files:
        with path.open("rb") as readable:
            known |= {first(message.id) for message in read_mo(readable) if message.string}
    return known


def first(message: object) -> str:
    """Return the message, or its singular."""
    return message if isinstance(message, str) else str(message[0])


def test_every_string_of_ours_has_english() -> None:
    english = catalogues.read("en")
    third_party = indonesian_of_third_parties()
    missing = defaultdict(list)
    for message in catalogues.collect():
        held = english.get(message.id, message.context)
        if not message.id or first(message.id) in third_party or (held and catalogues.translated(held.string)):
            continue
        for name in sorted({name for name, _ in message.locations}):
            missing[name].append(first(message.id))
    report = "\n".join(f"{name}: {len(found)} without English: {found}" for name, found in sorted(missing.items()))
    assert not missing, f"Run python -m matang.ui.catalogues and translate ui/locale/en/LC_MESSAGES/django.po.\n{report}"


def test_translations_keep_their_placeholders() -> None:
    for message in catalogues.read("en"):
        if message.id and catalogues.translated(message.string):
            pairs = zip([message.id] if isinstance(message.id, str) else message.id, [message.string], strict=False)
            for source, target in pairs:
                placeholders = {part.split(")")[0] for part in source.split("%(")[1:]}
                assert isinstance(target, tuple) or {part.split(")")[0] for part in target.split("%(")[1:]} == placeholders, (
                    source
                )


def test_every_string_of_sign_in_has_indonesian() -> None:
    known = indonesian_of_third_parties() | {first(message.id) for message in catalogues.read("id")}
    missing = []
    base = Path(allauth.__file__).parent
    for folder in THIRD_PARTY_FOLDERS:
        for path in [*(base / folder).rglob("*.py"), *(base / folder).rglob("*.html")]:
            if "providers" in path.parts or "migrations" in path.parts:
                continue
            text = path.read_text()
            if path.suffix == ".html":
                text = "\n".join(line.lstrip() for line in templatize(text).splitlines())
            for _, message, _, _ in extract("python", io.BytesIO(text.encode()), keywords=catalogues.KEYWORDS):
                if message and first(message) not in known:
                    missing.append(f"{path.relative_to(base)}: {first(message)}")
    assert missing == []


def test_words_come_from_the_compiled_catalogues() -> None:
    with translation.override("en"):
        assert gettext("Kebutuhan") == "Needs"
    with translation.override("id"):
        assert gettext("Two-Factor Authentication") == "Verifikasi dua langkah"
        assert gettext("Kebutuhan") == "Kebutuhan"


def test_a_catalogue_is_compiled_only_when_it_is_newer(tmp_path: Path) -> None:
    folder = tmp_path / "en" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    source = folder / "django.po"
    source.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "satu"\nmsgstr "one"\n')
    assert catalogues.compile_all(tmp_path) == [folder / "django.mo"]
    assert catalogues.compile_all(tmp_path) == []
    with (folder / "django.mo").open("rb") as readable:
        assert read_mo(readable)["satu"].string == "one"
