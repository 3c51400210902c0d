"""Addresses of signing in and out, and of one's own password and second factors.

They are listed one by one: sign-up, e-mail addresses and resetting a password by e-mail don't exist here. An operator
makes accounts, and hands out a link that works once.
"""

from allauth.account import views as account
from allauth.socialaccount import views as sso
from allauth.socialaccount.providers.openid_connect import views as oidc
from django.urls import include, path, re_path

urlpatterns = [
    path("masuk/", account.login, name="account_login"),
    path("keluar/", account.logout, name="account_logout"),
    path("ditutup/", account.account_inactive, name="account_inactive"),
    path("pastikan/", account.reauthenticate, name="account_reauthenticate"),
    path("kata-sandi/ganti/", account.password_change, name="account_change_password"),
    path("kata-sandi/buat/", account.password_set, name="account_set_password"),
    re_path(
        r"^kata-sandi/tautan/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("kata-sandi/selesai/", account.password_reset_from_key_done, name="account_reset_password_from_key_done"),
    path("dua-langkah/", include("allauth.mfa.urls")),
    path("sso/", sso.connections, name="socialaccount_connections"),
    path("sso/dibatalkan/", sso.login_cancelled, name="socialaccount_login_cancelled"),
    path("sso/gagal/", sso.login_error, name="socialaccount_login_error"),
    path("sso/<slug:provider_id>/", oidc.login, name="openid_connect_login"),
    path("sso/<slug:provider_id>/kembali/", oidc.callback, name="openid_connect_callback"),
]
