"""Which apps, middleware and template folders make up the product, in order."""

from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent

FOUNDATION = ["clock", "tenancy", "identity", "access", "audit", "events", "jobs", "files", "documents"]
STAGES = ["register", "aims", "needs", "plan", "place", "learn", "apply", "serve", "measure"]

APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "axes",
    "django_htmx",
    "csp",
    *[f"matang.foundation.{name}" for name in FOUNDATION],
    "matang.ui",
    *[f"matang.flow.{name}" for name in STAGES],
    "matang.portal",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "matang.ui.middleware.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "matang.foundation.tenancy.middleware.TransactionMiddleware",
    "matang.foundation.audit.middleware.PlaceMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "matang.ui.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "matang.ui.middleware.ReadableMiddleware",
    "matang.foundation.identity.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "matang.foundation.access.middleware.AccessMiddleware",
]


def template_folders() -> list[Path]:
    """The template folders of the design system, the portal and the nine stages."""
    owners = [SOURCE / "ui", SOURCE / "portal", *[SOURCE / "flow" / stage for stage in STAGES]]
    return [owner / "templates" for owner in owners]
