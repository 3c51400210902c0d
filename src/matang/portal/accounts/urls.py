"""Addresses of the account pages and the calendar."""

from django.urls import path

from matang.portal.accounts import accounts, acts, calendar, mine, roles

app_name = "accounts"
urlpatterns = [
    path("akun/", accounts.accounts, name="accounts"),
    path("akun/baru/", accounts.new, name="new"),
    path("akun/<int:user_id>/", accounts.account, name="account"),
    path("akun/<int:user_id>/peran/", roles.grant, name="grant"),
    path("akun/<int:user_id>/tindakan/<slug:act>/", acts.act, name="act"),
    path("peran/<int:grant_id>/akhiri/", roles.end, name="end_grant"),
    path("saya/", mine.mine, name="mine"),
    path("saya/keluar-di-mana-pun/", mine.sign_out_everywhere, name="sign_out_everywhere"),
    path("kalender/", calendar.calendar, name="calendar"),
    path("kalender/tambah/", calendar.add, name="add_day"),
    path("kalender/tahun/<int:year>/pastikan/", calendar.confirm_year, name="confirm_year"),
    path("kalender/<int:holiday_id>/pastikan/", calendar.confirm, name="confirm_day"),
    path("kalender/<int:holiday_id>/hapus/", calendar.remove, name="remove_day"),
]
