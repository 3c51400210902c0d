"""One installation with an embedded server, made once for all tests of the command line."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from matang.config.embedded import Cluster
from tests.config.installation import CommandLine


@pytest.fixture(scope="session")
def matang() -> Iterator[CommandLine]:
    """Return the command line of an installation with one agency and one operator."""
    folder = Path(tempfile.mkdtemp(prefix="matang cli "))
    line = CommandLine(folder / "data")
    made = line(
        "createuser", "operator", "--role", "system_operator", "--agency", "7271", "--new-agency", "Kota Contoh", "--json"
    )
    assert made.code == 0, made.err
    with Cluster(line.data / "postgres").held():  # so that no command has to start it
        yield line
    shutil.rmtree(folder)
