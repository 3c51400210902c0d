"""The one settings file. Every value comes from the environment and is refused loudly when it makes no sense."""

from datetime import timedelta
from pathlib import Path

import pghistory
from csp import constants as csp
from django.core.exceptions import ImproperlyConfigured
from environs import Env, EnvError

from matang.config.installed import APPS, template_folders
from matang.config.installed import MIDDLEWARE as MIDDLEWARE_CHAIN

env = Env()
try:
    DATA_DIR = env.path("MATANG_DATA", Path.cwd() / "matang-data")
    DEBUG = env.bool("MATANG_DEBUG", False)
    SECRET_KEY = env.str("MATANG_SECRET_KEY")
    ALLOWED_HOSTS = env.list("MATANG_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
    DATABASES = {"default": env.dj_db_url("DATABASE_URL", conn_max_age=600, conn_health_checks=False)}
    HTTPS_ONLY = env.bool("MATANG_HTTPS", False)
    PASSWORD_ENTROPY_MIN_LENGTH = env.int("MATANG_PASSWORD_MIN_LENGTH", 12)
    OIDC_SERVER_URL = env.str("MATANG_OIDC_URL", "")
    OIDC_CLIENT_ID = env.str("MATANG_OIDC_CLIENT_ID", "")
    OIDC_CLIENT_SECRET = env.str("MATANG_OIDC_CLIENT_SECRET", "")
    OIDC_USERNAME_CLAIM = env.str("MATANG_OIDC_CLAIM", "preferred_username")
    REQUIRE_MFA = env.bool("MATANG_REQUIRE_MFA", False)
    PROXIES = env.int("MATANG_PROXIES", 0)
    UPLOAD_LIMIT_BYTES = env.int("MATANG_UPLOAD_LIMIT_MB", 50) * 1024 * 1024
    SYNTHETIC = env.bool("MATANG_SYNTHETIC", False)
    TEST_DATABASE = env.str("MATANG_TEST_DATABASE", "test_matang")
except EnvError as error:
    raise ImproperlyConfigured(f"{error} — see docs/guides/settings.md") from error

if DATABASES["default"]["ENGINE"] != "django.db.backends.postgresql":
    raise ImproperlyConfigured("DATABASE_URL must be a PostgreSQL address (postgresql://…); no other database is supported.")
if len(SECRET_KEY) < 40:
    raise ImproperlyConfigured("MATANG_SECRET_KEY must have at least 40 characters.")

DATABASES["default"]["TEST"] = {"NAME": TEST_DATABASE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = APPS
MIDDLEWARE = MIDDLEWARE_CHAIN
ROOT_URLCONF = "matang.config.urls"
WSGI_APPLICATION = "matang.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": template_folders(),
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "matang.ui.jinja.environment",
            "context_processors": ["matang.ui.context.shell"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).resolve().parent.parent / "ui" / "third_party_templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "matang.ui.context.shell",
            ]
        },
    },
]

# Identity -----------------------------------------------------------------------------------------
AUTH_USER_MODEL = "identity.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": PASSWORD_ENTROPY_MIN_LENGTH},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "portal:home"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "matang.foundation.identity.adapters.AccountAdapter"
SOCIALACCOUNT_ADAPTER = "matang.foundation.identity.adapters.SocialAccountAdapter"
ACCOUNT_FORMS = {"login": "matang.foundation.identity.forms.LoginForm"}
MFA_ADAPTER = "matang.foundation.identity.adapters.MfaAdapter"
PASSWORD_RESET_TIMEOUT = 60 * 60 * 24
ACCOUNT_RATE_LIMITS = {"login_failed": None}  # django-axes counts in the database, for every worker at once
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG or not HTTPS_ONLY
SOCIALACCOUNT_ONLY = False
if OIDC_SERVER_URL:
    SOCIALACCOUNT_PROVIDERS = {
        "openid_connect": {
            "APPS": [
                {
                    "provider_id": "oidc",
                    "name": "SSO",
                    "client_id": OIDC_CLIENT_ID,
                    "secret": OIDC_CLIENT_SECRET,
                    "settings": {"server_url": OIDC_SERVER_URL},
                }
            ]
        }
    }
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_CLIENT_IP_CALLABLE = "matang.foundation.identity.network.client_address"
AXES_SENSITIVE_PARAMETERS = ["csrfmiddlewaretoken"]
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # trying again does not make the wait longer
AXES_LOCKOUT_TEMPLATE = "errors/locked.html"
AXES_VERBOSE = False

# Sessions, cookies, headers ------------------------------------------------------------------------
SESSION_ENGINE = "matang.foundation.identity.sessions"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "identity_cache"}}
SESSION_COOKIE_AGE = 60 * 60 * 12
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS_ONLY
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS_ONLY else 0
CSRF_COOKIE_HTTPONLY = True
CSRF_USE_SESSIONS = False
CSRF_FAILURE_VIEW = "matang.ui.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
CSRF_TRUSTED_ORIGINS = env.list("MATANG_ORIGINS", [])
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [csp.NONE],
        "script-src": [csp.SELF, csp.NONCE],
        "style-src": [csp.SELF, csp.NONCE],
        "img-src": [csp.SELF, "data:"],  # the QR code of an authenticator app is drawn in the page
        "font-src": [csp.SELF],
        "connect-src": [csp.SELF],
        "manifest-src": [csp.SELF],
        "base-uri": [csp.NONE],
        "form-action": [csp.SELF, *([OIDC_SERVER_URL] if OIDC_SERVER_URL else [])],
        "frame-ancestors": [csp.NONE],
        "object-src": [csp.NONE],
    }
}

# Language and formats ------------------------------------------------------------------------------
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [Path(__file__).resolve().parent.parent / "ui" / "locale"]
USE_I18N = True
USE_THOUSAND_SEPARATOR = True
TIME_ZONE = "Asia/Makassar"
USE_TZ = True

# Files ---------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [Path(__file__).resolve().parent.parent / "ui" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": DATA_DIR / "files"}},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

# Events and jobs -----------------------------------------------------------------------------------
EVENT_SUBSCRIPTIONS = "matang.config.subscriptions.SUBSCRIPTIONS"
JOB_SCHEDULE = "matang.config.schedule.SCHEDULE"
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PGHISTORY_FOREIGN_KEY_FIELD = pghistory.ForeignKey(db_index=False)  # a trail is asked by row, never by what the row points to
