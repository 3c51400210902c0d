"""Sentences kept as they were meant and told in the language of whoever reads: a template and what stands in it.

Stored as JSON: a plain text (a name that is not translated), or ``{"text": template, "with": {place: value}}``. A value
is a number, a text, another sentence, ``{"date": …}``, ``{"number": …, "unit": …}``, ``{"kind": kind of post}``, or a
list of such.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext

from matang import rules
from matang.flow.register.public import PostKind
from matang.ui.formats import tanggal

Stored = str | dict[str, object]


def saying(template: str, **places: object) -> Stored:
    """Return a sentence to be stored. ``template`` is a source text marked with ``gettext_noop``."""
    return {"text": template, "with": places}


def kept(message: rules.Message) -> Stored:
    """Return a sentence of the rules to be stored."""
    return saying(message.template, **{name: _kept(value) for name, value in message.arguments})


def _kept(value: object) -> object:
    if isinstance(value, rules.Message):
        return kept(value)
    if isinstance(value, rules.Term):
        return saying(value.label)
    if isinstance(value, rules.Quantity):
        return {"number": value.number, "unit": value.unit}
    return {"date": value.isoformat()} if isinstance(value, date) else value


def source_text(stored: Stored) -> str:
    """Return the sentence in the source language, whatever language is active: a stable name for it."""
    if isinstance(stored, str):
        return stored
    places = stored["with"]
    named = {name: source_text(value) if isinstance(value, dict) and "text" in value else _source(value)
             for name, value in places.items()} if isinstance(places, dict) else {}  # fmt: skip
    return str(stored["text"]) % named


def _source(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_source(part) for part in value)
    return str(value["kind"]) if isinstance(value, dict) and "kind" in value else str(value)


def said(stored: object) -> str:
    """Return a stored sentence or value in the active language."""
    if isinstance(stored, Mapping):
        return _said(stored)
    if isinstance(stored, Sequence) and not isinstance(stored, str):
        return ", ".join(said(part) for part in stored)
    return str(stored)


def _said(stored: Mapping[str, object]) -> str:
    if "text" in stored:
        places = stored["with"]
        named = {name: said(value) for name, value in places.items()} if isinstance(places, Mapping) else {}
        return gettext(str(stored["text"])) % named
    if "kind" in stored:
        return str(PostKind(stored["kind"]).label)
    if "date" in stored:
        return tanggal(date.fromisoformat(str(stored["date"])))
    return f"{stored['number']} {gettext(str(stored['unit']))}"


def told(reasons: Mapping[str, Any]) -> dict[str, Any]:
    """Return stored reasons with every sentence and name in the active language."""
    rival = reasons.get("rival")
    return {
        **reasons,
        "checks": [check | {"title": said(check["title"]), "reason": said(check["reason"])} for check in reasons["checks"]],
        "terms": [term | {"name": said(term["name"])} for term in reasons["terms"]],
        "changes": [[change | {"term": said(change["term"])} for change in way] for way in reasons["changes"]],
        "rival": rival and rival | {"rows": [[said(name), *numbers] for name, *numbers in rival["rows"]]},
    }
