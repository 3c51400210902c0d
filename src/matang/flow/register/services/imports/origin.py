"""Whose file it is: the government that a file names itself."""

import re
from collections import Counter
from itertools import islice

from matang.flow.register.services.imports.cells import as_text, one_line
from matang.flow.register.services.imports.fields import plain
from matang.flow.register.services.imports.reading import open_sheets

LOOKED_AT = 200
COLUMNS = ("INSTANSI KERJA NAMA", "INSTANSI INDUK NAMA")
_TITLE = re.compile(r"\bPEMERINTAH\s+(?:KOTA|KABUPATEN|PROVINSI|DAERAH)\b.*", re.IGNORECASE)


def agency_named_in(content: bytes, name: str) -> str:
    """Return the agency that most rows name, else the one in the title rows, else nothing."""
    for sheet in open_sheets(content, name):
        rows = [[one_line(as_text(cell)) for cell in row] for row in islice(sheet.rows, LOOKED_AT)]
        for number, row in enumerate(rows[:30]):
            words = [plain(text) for text in row]
            for column in [words.index(heading) for heading in COLUMNS if heading in words]:
                values = Counter(line[column] for line in rows[number + 1 :] if column < len(line) and line[column])
                if values:
                    return values.most_common(1)[0][0][:200]
        titles = [found[0] for row in rows[:10] for text in row if (found := _TITLE.search(text))]
        if titles:
            return titles[0].title()[:200]
    return ""
