"""Run the real command line on an installation of its own, as an operator would."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from matang.config.environment import CLONE


def plain_environment(**more: str) -> dict[str, str]:
    """Return this environment without the settings of the test run."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("MATANG_", "DJANGO_", "PYTEST_"))}
    kept.pop("DATABASE_URL", None)
    return {**kept, **more}


@dataclass(frozen=True, slots=True)
class Result:
    """What a command said."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The JSON document that it printed."""
        return json.loads(self.out)


@dataclass(frozen=True, slots=True)
class CommandLine:
    """The command line for one data folder."""

    data: Path

    def command(self, *arguments: str) -> list[str]:
        """Return the program and its arguments."""
        return [sys.executable, "-P", "-m", "matang.config.cli", "--data", str(self.data), *arguments]

    def __call__(self, *arguments: str, stdin: str = "", **more: str) -> Result:
        """Run to the end."""
        done = subprocess.run(
            self.command(*arguments),
            input=stdin,
            capture_output=True,
            text=True,
            cwd=CLONE,
            env=plain_environment(**more),
            timeout=120,
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr)
