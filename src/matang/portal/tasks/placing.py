"""What the register, the proposals and the decisions ask of an account, and its own account besides."""

from allauth.mfa.models import Authenticator
from django.utils.translation import gettext as _

from matang.flow.place import public as place
from matang.flow.plan import public as plan
from matang.flow.register import public as register
from matang.foundation.access.actor import Actor
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import now, today
from matang.portal.tasks.task import Task, end_of
from matang.ui.formats import angka
from matang.ui.navigation import address


def corrections(actor: Actor) -> Task | None:
    """Requests for correction that wait for an officer."""
    if not actor.has(Role.HR_OFFICER):
        return None
    people = register.people_visible_to(actor, today())
    waiting = register.CorrectionRequest.objects.filter(agency_id=actor.agency_id, state="open", person__in=people)
    due = list(waiting.order_by("due_at").values_list("due_at", flat=True))
    if not due:
        return None
    return Task(
        title=_("%(number)s permintaan perbaikan data menunggu jawaban") % {"number": angka(len(due))},
        text=_("Undang-undang memberi waktu 3×24 jam sejak diminta."),
        href=address("register:corrections"),
        action=_("Jawab"),
        icon="message-square-warning",
        due=due[0],
        late=due[0] < now(),
    )


def objections(actor: Actor) -> Task | None:
    """Objections to decisions that wait for the official's answer; the day on which it is due is worked to its end."""
    if not actor.has(Role.APPOINTING_OFFICIAL):
        return None
    waiting = place.objections_visible_to(actor).filter(state=place.ObjectionState.FILED)
    due = list(waiting.order_by("answer_due").values_list("answer_due", flat=True))
    if not due:
        return None
    return Task(
        title=_("%(number)s keberatan atas putusan menunggu jawaban") % {"number": angka(len(due))},
        text=_("Pegawai yang bersangkutan berhak atas jawaban dengan alasan."),
        href=address("place:objections"),
        action=_("Jawab"),
        icon="scale",
        due=end_of(due[0]),
        late=due[0] < today(),
    )


def panel(actor: Actor) -> Task | None:
    """Posts that wait for a decision of the panel."""
    if not actor.has(Role.PANEL_MEMBER, Role.APPOINTING_OFFICIAL):
        return None
    proposed = plan.scenarios_visible_to(actor).filter(state=plan.ScenarioState.PROPOSED)
    waiting = plan.open_posts(proposed).count()
    if not waiting:
        return None
    return Task(
        title=_("%(number)s jabatan menunggu putusan") % {"number": angka(waiting)},
        text=_("Kukuhkan usulannya, atau pilih calon lain dengan alasan. Keputusan dicatat atas nama Anda.")
        if actor.has(Role.APPOINTING_OFFICIAL)
        else _("Beri pernyataan konflik kepentingan, baca lembar setiap calon, lalu beri pertimbangan dalam sidang."),
        href=address("place:queue"),
        action=_("Buka sidang"),
        icon="stamp",
    )


def own_reasons(actor: Actor) -> Task | None:
    """A person reads why they were, or were not, chosen for a post, also when only an official named them for it."""
    if actor.person_id is None or not (plan.own_proposals(actor).exists() or place.own_nominations(actor)):
        return None
    return Task(
        title=_("Ada putusan jabatan yang menyangkut Anda"),
        text=_("Baca alasannya: syarat mana yang terpenuhi, dan apa yang menentukan."),
        href=address("place:my_reasons"),
        action=_("Baca alasannya"),
        icon="message-square-quote",
    )


def vacancies(actor: Actor) -> Task | None:
    """Free posts that a planner can make a proposal for."""
    if not actor.has(Role.PLANNER):
        return None
    return Task(
        title=_("Susun usulan untuk jabatan yang kosong"),
        text=_("Setiap usulan membawa alasan, calon berikutnya, dan pemeriksaan tersendiri."),
        href=address("plan:scenarios"),
        action=_("Buka usulan penempatan"),
        icon="waypoints",
    )


def own_profile(actor: Actor) -> Task | None:
    """A person checks what is held about them."""
    if actor.person_id is None:
        return None
    return Task(
        title=_("Periksa data Anda"),
        text=_("Lihat apa yang tercatat dan dari mana asalnya. Bila ada yang keliru, minta perbaikan dari halaman yang sama."),
        href=address("register:person", actor.person_id),
        action=_("Lihat data saya"),
        icon="id-card",
    )


def second_factor(actor: Actor) -> Task | None:
    """An account without a second step is asked to add one."""
    if Authenticator.objects.filter(user_id=actor.user_id).exclude(type=Authenticator.Type.RECOVERY_CODES).exists():
        return None
    return Task(
        title=_("Aktifkan verifikasi dua langkah"),
        text=_("Kunci sandi (passkey) atau aplikasi autentikator menjaga akun walau kata sandi bocor."),
        href=address("mfa_index"),
        action=_("Aktifkan"),
        icon="shield-check",
    )
