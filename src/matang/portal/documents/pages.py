"""Ask for a code, and say what it stands for. A file that is compared is read and forgotten."""

from hashlib import sha256

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from matang.foundation.access import gate
from matang.foundation.documents.codes import read_code
from matang.foundation.documents.selectors import Issued, issued_by_code


class CompareForm(forms.Form):
    """The file in somebody's hands."""

    file = forms.FileField(
        label=gettext_lazy("Berkas PDF yang Anda pegang"),
        help_text=gettext_lazy("Hanya dibandingkan sidiknya, lalu dilupakan; berkas tidak disimpan."),
    )

    def clean_file(self) -> object:
        """Refuse a file that is larger than any that is issued."""
        given = self.cleaned_data["file"]
        if given.size > settings.UPLOAD_LIMIT_BYTES:
            raise forms.ValidationError(_("Berkas ini terlalu besar untuk dokumen yang diterbitkan di sini."))
        return given


@gate.public
@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for the code on the paper; a code that can be read leads to its page."""
    typed = request.GET.get("kode", "").strip()[:80]
    read = read_code(typed) if typed else None
    if read is not None:
        return redirect("documents:answer", read[1])
    return render(request, "documents/ask.html", {"typed": typed})


@gate.public
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, code: str) -> HttpResponse:
    """Say what the code stands for, and whether a file is the one that was issued."""
    found = issued_by_code(code)
    if found is None:
        return render(request, "documents/ask.html", {"typed": code[:80], "unknown": True}, status=404)
    form = CompareForm(request.POST or None, request.FILES or None)
    same = _same(found, form) if request.method == "POST" and form.is_valid() else None
    return render(request, "documents/answer.html", {"found": found, "form": form, "same": same})


def _same(found: Issued, form: CompareForm) -> bool:
    """Return whether the file has the fingerprint of the one that was issued."""
    print_of = sha256()
    for part in form.cleaned_data["file"].chunks():
        print_of.update(part)
    return print_of.hexdigest() == found.sha256
