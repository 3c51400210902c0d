"""Views that tell what a request knows, and an address list of nothing but them."""

from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.utils import timezone

from matang.foundation.access import gate
from matang.foundation.access.answers import Denied, RefusedError
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today
from matang.foundation.tenancy import context
from matang.foundation.tenancy.models import Agency


@gate.public
def tell(request: HttpRequest) -> HttpResponse:
    """Answer with what the request and the database know."""
    agency, actor = context.current()
    zone = timezone.get_current_timezone_name()
    return JsonResponse({"agency": agency, "actor": actor, "zone": zone, "today": today(), "name": request.actor.name})


@gate.signed_in
def say(request: HttpRequest) -> HttpResponse:
    """Answer without asking anything."""
    return HttpResponse(request.actor.name)


@gate.roles(Role.AUDITOR)
def audit(request: HttpRequest) -> HttpResponse:
    """Answer an auditor."""
    return HttpResponse("ok")


def forgotten(request: HttpRequest) -> HttpResponse:
    """Answer anybody: the author forgot the gate."""
    return HttpResponse("terbuka")


@gate.public
def fail(request: HttpRequest) -> HttpResponse:
    """Change something, then fail."""
    Agency.objects.create(code="9999", name="Setengah jadi")
    return HttpResponse("rusak", status=500)


@gate.public
def crash(request: HttpRequest) -> HttpResponse:
    """Change something, then break."""
    get_user_model().objects.create(username="setengah")
    raise RuntimeError


@gate.public
def refuse(request: HttpRequest) -> HttpResponse:
    """Change something, then be refused by a service."""
    Agency.objects.create(code="9998", name="Setengah jadi")
    raise RefusedError(Denied("Belum waktunya."))


handler403 = "matang.ui.errors.forbidden"
urlpatterns = [
    path("refuse/", refuse),
    path("tell/", tell),
    path("say/", say, name="mfa_index"),
    path("audit/", audit),
    path("forgotten/", forgotten),
    path("fail/", fail),
    path("crash/", crash),
    path("masuk/", tell, name="account_login"),
    path("sandi/", tell, name="account_change_password"),
]
