"""Keep hosts, what they are good at and what they offer."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from matang.flow.learn.models import Host, HostOffering, HostStrength
from matang.flow.learn.permissions import may_keep_hosts
from matang.flow.learn.selectors.hosts.offers import published_offer
from matang.flow.learn.services.hosts.keeping import keep, own, own_host, remove
from matang.flow.register.public import Partner, PartnerKind, create_partner
from matang.foundation.access.actor import Actor
from matang.foundation.access.answers import refuse, require
from matang.foundation.clock.services import today


def save_host(*, actor: Actor, host: Host) -> Host:
    """Store a host: a partner, or the agency itself where there is none. ``linked`` belongs to partners only."""
    if host.partner_id is None and host.linked_id:
        raise ValidationError({"linked": _("Instansi sendiri tidak ditautkan ke instansi lain.")})
    return keep(actor, host)


def remove_host(*, actor: Actor, host_id: int) -> None:
    """Remove a host that nobody was sent to and with which nothing was agreed, with its strengths and offerings."""
    remove(
        actor, Host, host_id, _("Tuan rumah ini dipakai dalam pengiriman, perjanjian, atau putaran, jadi tidak dapat dihapus.")
    )


def host_from_offer(*, actor: Actor, offering_id: int) -> Host:
    """Take the government that published an offering up among the hosts, linked; return the host that is there already.

    Raises:
        RefusedError: not the actor's to keep, or nothing published under this number.
    """
    require(may_keep_hosts(actor))
    with transaction.atomic():
        offer = published_offer(actor, offering_id, today())
        if offer is None:
            raise refuse(_("Penawaran ini tidak lagi terbit."))
        known = Host.objects.filter(agency_id=actor.agency_id, linked_id=offer.agency_id).first()
        if known is not None:
            return known
        partners = Partner.objects.filter(agency_id=actor.agency_id, name__iexact=offer.agency.name)
        partner = partners.as_at(today()).first() or create_partner(
            actor=actor, name=offer.agency.name, kind=PartnerKind.GOVERNMENT, valid_from=today()
        )
        host = Host.objects.filter(agency_id=actor.agency_id, partner=partner).first() or Host(partner=partner)
        host.linked = offer.agency
        return keep(actor, host)


def save_strength(*, actor: Actor, strength: HostStrength) -> HostStrength:
    """Store something that a host does well."""
    own_host(actor, strength.host_id)
    if strength.evidence_on and strength.evidence_on > today():
        raise ValidationError({"evidence_on": _("Tanggal bukti belum tiba.")})
    return keep(actor, strength)


def remove_strength(*, actor: Actor, strength_id: int) -> None:
    """Remove a strength."""
    remove(actor, HostStrength, strength_id, "")


def save_offering(*, actor: Actor, offering: HostOffering) -> HostOffering:
    """Store an offering: of a unit of our own where we are the host, else of a unit as the host calls it."""
    host = own_host(actor, offering.host_id)
    if host.partner_id is None:
        if offering.unit is None:
            raise ValidationError({"unit": _("Pilih unit yang menerima.")})
        offering.unit_name = offering.unit.name
    else:
        offering.unit, offering.published = None, False
        if not offering.unit_name.strip():
            raise ValidationError({"unit_name": _("Tulis unit tuan rumahnya.")})
    return keep(actor, offering)


def publish_offering(*, actor: Actor, offering_id: int, published: bool) -> HostOffering:
    """Let every other government read an offering of our own, or no longer.

    Raises:
        RefusedError: not the actor's, or an offering of somebody else's unit.
    """
    with transaction.atomic():
        offering = own(actor, HostOffering, offering_id)
        if published and offering.unit_id is None:
            raise refuse(_("Hanya penawaran unit sendiri yang dapat diterbitkan."))
        if offering.published != published:
            offering.published = published
            offering.save(update_fields=["published"])
    return offering


def remove_offering(*, actor: Actor, offering_id: int) -> None:
    """Remove an offering."""
    remove(actor, HostOffering, offering_id, "")
