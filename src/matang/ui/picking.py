"""Choose one of very many rows: search, then choose.

Without JavaScript the field is a search box, a button and the rows found as radio buttons: the button sends the whole form,
which comes back with what was found and everything typed; the field's first, unseen button lets Enter elsewhere save as usual.
With JavaScript (``ui/pick.js``) it is a combobox that asks an address of the stage for the rows; that address answers with
``offers_found``.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, ClassVar

from django import forms
from django.db.models import Model, QuerySet
from django.forms.utils import ErrorDict
from django.http import HttpRequest, JsonResponse
from django.template import engines
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from matang.ui.asking import word

MOST, FIRST = 20, 5
BUTTON = "_cari"
ASKED, SHOWN = "_kata", "_dicari"
"""The names of what stands beside the choice ``x``: ``x_kata`` the words typed, ``x_dicari`` the words that were searched."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A row to choose: its key, its words, the code that people know it by, and what tells it from its namesakes."""

    key: int | str
    title: str
    code: str = ""
    detail: str = ""


def offers_found(request: HttpRequest, rows: QuerySet[Any], as_offer: Callable[[Any], Offer]) -> JsonResponse:
    """Answer with at most ``MOST`` of the rows, which the caller has limited to what the actor may see."""
    found = list(rows[: MOST + 1])
    offers = [asdict(as_offer(row)) for row in found[:MOST]]
    answer = JsonResponse({"offers": offers, "more": len(found) > MOST, "words": words_of(request)})
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def words_of(request: HttpRequest) -> str:
    """Return what the combobox was asked for."""
    return word(request, "q")


class PickWidget(forms.Widget):
    """Draws what was chosen, the search, and what was found."""

    use_fieldset = True
    address = ""
    beside = ""
    empty: Any = _("Belum ditentukan")
    hint: Any = _("Cari rumusan atau kode")

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs)
        self.words = ""
        self.found: Callable[[str, int], list[Offer]] = lambda _words, _most: []
        self.chosen: Callable[[object], Offer | None] = lambda _key: None

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:  # noqa: ARG002 -- as Django calls it
        """Return the key that was chosen, and keep the words that were typed."""
        self.words = str(data.get(f"{name}{ASKED}", "")).strip()[:120]
        return data.get(name, "")

    def id_for_label(self, id_: str, index: str | None = None) -> str:  # noqa: ARG002 -- as Django calls it
        """Return the id of the search box, where a message about the field leads."""
        return id_

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Return what is drawn: the choice, and what was found for the words, else the nearest few."""
        chosen = self.chosen(value) if value not in (None, "") else None
        found = self.found(self.words, MOST + 1 if self.words else FIRST)
        rows = [offer for offer in found[:MOST] if chosen is None or str(offer.key) != str(chosen.key)]
        given = {**self.attrs, **(attrs or {})}
        return {
            "widget": self,
            "name": name,
            "id": given.get("id", f"id_{name}"),
            "described": given.get("aria-describedby", ""),
            "invalid": given.get("aria-invalid", ""),
            "chosen": chosen,
            "offers": rows,
            "more": len(found) > MOST,
            "searched": bool(self.words),
            "names": {"button": BUTTON, "asked": f"{name}{ASKED}", "shown": f"{name}{SHOWN}"},
        }

    def render(
        self,
        name: str,
        value: Any,
        attrs: dict[str, Any] | None = None,
        renderer: Any = None,  # noqa: ARG002 -- as Django calls it
    ) -> SafeString:
        """Draw the widget."""
        page = engines["jinja2"].get_template("ui/picker.html")
        return mark_safe(page.render(self.get_context(name, value, attrs)))  # noqa: S308 -- Jinja2 escapes


class PickField(forms.ModelChoiceField):
    """A choice among very many rows. The form says which with ``offer``; its value is the row, None where none was chosen."""

    widget = PickWidget
    default_error_messages: ClassVar[dict[str, Any]] = {
        "required": _("Pilih satu dari hasil pencarian."),
        "invalid_choice": _("Pilih dari hasil pencarian; yang ini tidak berlaku atau tidak ada."),
    }

    def __init__(self, model: type[Model], **options: Any) -> None:
        empty, hint = options.pop("empty_label", None), options.pop("hint", None)
        super().__init__(model._default_manager.none(), **options)
        self.kept: Any = None
        self.widget.is_required = self.required
        self.widget.empty = empty or PickWidget.empty
        self.widget.hint = hint or PickWidget.hint

    def offer(
        self,
        rows: Callable[[str], QuerySet[Any]],
        as_offer: Callable[[Any], Offer],
        address: str,
        *,
        kept: Any = None,
        beside: str = "",
    ) -> None:
        """Say what there is to choose from.

        ``rows`` returns for words the rows that may be chosen, the nearest first (all for no words); ``address`` answers with
        the same rows. ``kept`` stays a right choice although it is none of them any more. ``beside`` names another field of
        the form whose choice the address wants to know, as ``beside``.
        """
        self.kept = kept
        self.queryset = rows("")
        widget = self.widget
        widget.address, widget.beside = address, beside
        widget.found = lambda words, most: [as_offer(row) for row in rows(words)[:most]]
        widget.chosen = lambda key: self._named(key, as_offer)

    def to_python(self, value: Any) -> Any:
        """Return the row with this key; what was kept needs no question to the database."""
        if self.kept is not None and value not in self.empty_values and str(value) == str(self.kept.pk):
            return self.kept
        return super().to_python(value)

    def _named(self, key: Any, as_offer: Callable[[Any], Offer]) -> Offer | None:
        try:
            return as_offer(self.to_python(getattr(key, "pk", key)))
        except forms.ValidationError:
            return None


class PickForm(forms.Form):
    """A form with fields to pick. A search without JavaScript comes back unjudged: nothing is refused, nothing is done."""

    @property
    def searches(self) -> bool:
        """True when a search was asked for: its button was pressed, or words were typed that have not been searched yet."""
        if not self.is_bound:
            return False
        picks = [name for name, field in self.fields.items() if isinstance(field, PickField)]
        return self.data.get(BUTTON, "") in picks or any(self._typed(name) for name in picks)

    def _typed(self, name: str) -> bool:
        words = str(self.data.get(f"{name}{ASKED}", "")).strip()
        return bool(words) and words != self.data.get(f"{name}{SHOWN}", "")

    def full_clean(self) -> None:
        """Judge the form, unless it only searches."""
        if not self.searches:
            super().full_clean()
            return
        self._errors = ErrorDict(renderer=self.renderer)
        self.cleaned_data: dict[str, Any] = {}

    def is_valid(self) -> bool:
        """True when the form may be carried out."""
        return not self.searches and super().is_valid()
