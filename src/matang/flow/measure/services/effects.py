"""Ask whether something got better after an adoption, have it computed, and stand up for an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from matang.engine.effect import Effect, EffectError, in_words, measure_effect
from matang.flow.apply.public import adoptions_of_indicator
from matang.flow.measure.choices import EffectDesign
from matang.flow.measure.models import EffectComparison, EffectPublication, EffectQuestion, EffectResult, Series
from matang.flow.measure.permissions import may_ask_effect, may_publish
from matang.flow.measure.selectors.effects import inputs_of, newest_results, study_of
from matang.flow.measure.selectors.sayings import kept
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import RefusedError, refuse, require
from matang.foundation.audit.services import record_decision
from matang.foundation.clock.services import now, today
from matang.ui.formats import tanggal


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """What is asked: since when, what was adopted, what is compared and why. ``settling`` periods are left out.

    ``adoption_id`` names the adoption of the stage apply, where there is one.
    """

    started_on: date
    reason: str
    comparison_ids: Sequence[int] = ()
    comparison_reason: str = ""
    design: str = EffectDesign.LEVEL
    settling: int = 0
    adoption_id: int | None = None


ADOPTION = "apply:adoption:"


def _check_adoption(treated: Series, new: NewQuestion) -> None:
    """Refuse a question about an adoption that did not take effect in this unit, for this indicator, on this day."""
    found = adoptions_of_indicator(treated.agency_id, treated.indicator_id)
    told = [one for one in found if one.adoption_id == new.adoption_id]
    if not told:
        raise refuse(_("Penerapan itu tidak tercatat mulai berlaku untuk indikator ini."))
    if (told[0].unit_id, told[0].began_on) != (treated.unit_id, new.started_on):
        raise refuse(_("Deret dan tanggal mulai harus sama dengan unit dan hari mulai berlakunya penerapan itu."))


def _check_untouched(treated: Series, others: Sequence[Series]) -> None:
    """Refuse a comparison whose unit has put something to work for the same indicator: it would hide or feign an effect."""
    for one in adoptions_of_indicator(treated.agency_id, treated.indicator_id):
        if any(series.unit_id == one.unit_id for series in others):
            told = {"unit": next(str(series) for series in others if series.unit_id == one.unit_id), "day": tanggal(one.began_on)}
            text = _(
                "%(unit)s juga menerapkan sesuatu untuk indikator ini sejak %(day)s, jadi bukan pembanding. Hapus dari pilihan."
            )
            raise refuse(text % told)


def ask_effect(*, actor: Actor, treated_id: int, new: NewQuestion) -> EffectQuestion:
    """Fix a question about an effect and have it answered from what is known today.

    Raises:
        RefusedError: not the actor's to ask; a day to come; comparison series of another indicator or period, or of a unit
            that adopted something for the indicator; no reason.
        ValidationError: the same question is open already, or too many settling periods.
    """
    require(may_ask_effect(actor))
    with transaction.atomic():
        held = Series.objects.select_for_update(of=("self",)).select_related("indicator")
        treated = held.get(pk=treated_id, agency_id=actor.agency_id)
        return _asked(actor, treated, new)


def _asked(actor: Actor, treated: Series, new: NewQuestion) -> EffectQuestion:
    """Keep a question about a held series, so that two who ask at once are told of each other; see ``ask_effect``."""
    others = list(Series.objects.filter(pk__in=new.comparison_ids, agency_id=actor.agency_id).exclude(pk=treated.pk))
    if new.started_on > today():
        raise refuse(_("Tanggal mulai penerapan belum tiba."))
    if any((one.indicator_id, one.kind) != (treated.indicator_id, treated.kind) for one in others):
        raise refuse(_("Pembanding harus dari indikator dan periode yang sama."))
    _check_untouched(treated, others)
    if not new.reason.strip():
        raise refuse(_("Tulis apa yang diterapkan."))
    if others and not new.comparison_reason.strip():
        raise refuse(_("Tulis mengapa pembanding itu yang dipilih, sebelum angkanya dihitung."))
    if new.adoption_id is not None:
        _check_adoption(treated, new)
    question = EffectQuestion(
        agency_id=actor.agency_id,
        treated=treated,
        started_on=new.started_on,
        settling=new.settling,
        design=new.design,
        reason=new.reason.strip(),
        comparison_reason=new.comparison_reason.strip(),
        origin=f"{ADOPTION}{new.adoption_id}" if new.adoption_id is not None else "",
        asked_at=now(),
        asked_by_id=actor.user_id,
    )
    question.full_clean()
    question.save()
    EffectComparison.objects.bulk_create(
        [EffectComparison(agency_id=actor.agency_id, question=question, series=one) for one in others]
    )
    answer(actor, question)
    return question


def close_question(*, actor: Actor, question_id: int, reason: str) -> EffectQuestion:
    """Close a question; its answers stay readable. Another one about the same series and day may then be asked."""
    require(may_ask_effect(actor))
    if not reason.strip():
        raise refuse(_("Tulis alasan menutup pertanyaan ini."))
    with transaction.atomic():
        question = EffectQuestion.objects.select_for_update().get(pk=question_id, agency_id=actor.agency_id)
        if question.closed_at is None:
            question.closed_at, question.closed_reason = now(), reason.strip()[:300]
            question.save(update_fields=["closed_at", "closed_reason"])
    return question


def compute_effect(*, actor: Actor, question_id: int) -> EffectResult:
    """Answer a question from what is known today; with unchanged inputs the answer that is there is returned.

    Raises:
        RefusedError: not the actor's to compute, a closed question, or values that describe no study.
    """
    require(may_ask_effect(actor))
    with transaction.atomic():
        rows = EffectQuestion.objects.select_for_update(of=("self",)).select_related("treated__indicator")
        question = rows.get(pk=question_id, agency_id=actor.agency_id)
        if question.closed_at is not None:
            raise refuse(_("Pertanyaan ini sudah ditutup."))
        return answer(actor, question)


def answer(actor: Actor, question: EffectQuestion) -> EffectResult:
    """Compute and keep the answer of a held question, unless the newest one was computed from the same inputs."""
    inputs = inputs_of(question, today())
    newest = newest_results([question.pk]).get(question.pk)
    if newest is not None and newest.fingerprint == inputs.fingerprint:
        return newest
    try:
        effect = measure_effect(study_of(inputs))
    except EffectError as error:
        raise refuse(_("Data ini belum dapat dihitung: %(why)s") % {"why": error}) from error
    found = effect.effect
    return EffectResult.objects.create(
        agency_id=question.agency_id,
        question=question,
        as_at=today(),
        fingerprint=inputs.fingerprint,
        verdict=effect.verdict,
        method=effect.method,
        estimate=found.estimate if found else None,
        low=found.low if found else None,
        high=found.high if found else None,
        hidden=effect.hidden,
        sayings=[kept(saying) for saying in in_words(effect)],
        figures=figures_of(effect),
        computed_at=now(),
        computed_by_id=actor.user_id,
    )


def figures_of(effect: Effect) -> dict[str, object]:
    """Return the numbers beside the sentences; nothing of a value where a small number is hidden."""
    means, points = effect.means, effect.points
    return {
        "reasons": [str(reason) for reason in effect.reasons],
        "level": effect.level,
        "before": points.before,
        "after": points.after,
        "needed_before": points.needed_before,
        "needed_after": points.needed_after,
        "comparison_units": list(effect.comparison_units),
        "left_out": list(effect.left_out),
        "missing": effect.missing,
        "treated_before": means.treated_before,
        "treated_after": means.treated_after,
        "compared_before": means.compared_before,
        "compared_after": means.compared_after,
    }


def answer_again(actor: Actor, series_ids: Sequence[int]) -> int:
    """Answer the open questions in which these series stand anew, since a value has arrived; return how many there are.

    A question that cannot be answered keeps its old answer, which its page then calls outdated.
    """
    part = Q(treated__in=series_ids) | Q(lines__series__in=series_ids)
    keys = EffectQuestion.objects.filter(part, agency_id=actor.agency_id, closed_at__isnull=True).values("pk")
    rows = EffectQuestion.objects.select_for_update(of=("self",)).filter(pk__in=keys).select_related("treated__indicator")
    questions = list(rows.order_by("pk"))
    for question in questions:
        try:
            with transaction.atomic():
                answer(actor, question)
        except RefusedError:
            continue
    return len(questions)


def publish_effect(*, actor: Actor, result_id: int, reason: str) -> EffectPublication:
    """Stand up for an answer in the name of the agency, on the chained log. Repeating returns the publication that is there.

    Raises:
        RefusedError: not the actor's, no reason, or the answer is not the newest or does not fit the data any more.
    """
    require(may_publish(actor))
    if not reason.strip():
        raise refuse(_("Tulis dasar penetapannya."))
    with transaction.atomic():
        result = EffectResult.objects.select_related("question__treated__indicator").get(pk=result_id, agency_id=actor.agency_id)
        question = EffectQuestion.objects.select_for_update().get(pk=result.question_id)
        there = EffectPublication.objects.filter(result=result).first()
        if there is not None:
            return there
        newest = newest_results([question.pk]).get(question.pk)
        if newest != result or inputs_of(result.question, today()).fingerprint != result.fingerprint:
            raise refuse(_("Hasil ini sudah tidak sesuai dengan data terbaru. Hitung ulang, lalu tetapkan hasil yang baru."))
        decision = record_decision(
            agency_id=actor.agency_id or 0,
            actor_id=actor.user_id,
            kind="measure.effect_published",
            subject=f"effect:{question.pk}",
            payload={
                "result": result.pk,
                "verdict": result.verdict,
                "fingerprint": result.fingerprint,
                "as_at": result.as_at,
                "interval": [str(result.low), str(result.high)] if result.low is not None else [],
            },
            reason=reason.strip(),
        )
        return EffectPublication.objects.create(
            agency_id=actor.agency_id,
            result=result,
            reason=reason.strip()[:300],
            published_at=now(),
            published_by_id=actor.user_id,
            log_id=decision.pk,
        )
