"""The workbook to fill in: everybody whose rating of the last finished year is not recorded."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from matang.flow.register.choices import AppraisalRating
from matang.flow.register.permissions import may_edit_unit
from matang.flow.register.selectors.appraisals import without_appraisal
from matang.flow.register.services.imports.appraisalfile import COLUMNS
from matang.foundation.access import gate
from matang.foundation.access.answers import require
from matang.foundation.access.roles import Role
from matang.foundation.clock.services import today
from matang.ui.workbooks import long_workbook


@gate.roles(Role.HR_OFFICER)
def appraisal_template(request: HttpRequest) -> HttpResponse:
    """Download the workbook for appraisals, with a row for everybody who still lacks one."""
    require(may_edit_unit(request.actor, ""))
    year = today().year - 1
    ratings = [str(label) for label in reversed(AppraisalRating.labels)]
    return long_workbook(
        f"penilaian-kinerja-{year}",
        _("Penilaian kinerja %(year)s") % {"year": year},
        COLUMNS,
        ((nip, name, year) for nip, name in without_appraisal(request.actor, year)),
        [
            _("Isi kolom PREDIKAT dengan salah satu: %(names)s. Kolom DOKUMEN boleh kosong.") % {"names": ", ".join(ratings)},
            _("Baris yang predikatnya kosong tidak mengubah apa pun. Tahun lain boleh ditambahkan pada baris sendiri."),
        ],
        choices={COLUMNS.index("PREDIKAT"): ratings},
    )
