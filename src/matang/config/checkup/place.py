"""The data folder, the secrets and the settings."""

import os
import stat
from collections.abc import Mapping
from pathlib import Path

from matang.config.checkup.finding import Finding, fault, ok, warning
from matang.config.environment import SECRETS, read_settings

SHORTEST_KEY = 40
KEY = "MATANG_SECRET_KEY"


def check_place(folder: Path, environment: Mapping[str, str]) -> list[Finding]:
    """Look at the data folder and the settings."""
    return [writable(folder), secret(folder, environment), *settings(environment)]


def writable(folder: Path) -> Finding:
    """The account may write there."""
    if not os.access(folder, os.W_OK | os.X_OK):
        return fault("data", f"This account may not write to {folder}.", f"Give it the folder: chown -R ACCOUNT '{folder}'")
    facts = folder.stat()
    if facts.st_mode & stat.S_IWOTH:
        return fault("data", f"Every account of the machine may write to {folder}.", f"Close it: chmod 700 '{folder}'")
    return ok("data", f"data in {folder}")


def secret(folder: Path, environment: Mapping[str, str]) -> Finding:
    """A long secret key that nobody else can read."""
    path = folder / SECRETS
    kept = read_settings(path).get(KEY, "")
    if not path.exists():
        if not environment.get(KEY):
            return fault("secrets", "There is no secret key.", f"Run any command: it makes {path}.")
        return (
            ok("secrets", "secret key from the environment")
            if len(environment[KEY]) >= SHORTEST_KEY
            else _short("the environment")
        )
    if len(environment.get(KEY) or kept) < SHORTEST_KEY:
        return _short(str(path) if kept else "the environment")
    if path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        return fault(
            "secrets", f"Other accounts can read {path}.", f"Close it: chmod 600 '{path}'. If others may have read it, renew it."
        )
    return ok("secrets", f"secret key in {path}, readable by its owner only")


def _short(where: str) -> Finding:
    return fault(
        "secrets",
        f"The secret key in {where} is shorter than {SHORTEST_KEY} characters.",
        'Make one: python3 -c "import secrets; print(secrets.token_urlsafe(64))"',
    )


def settings(environment: Mapping[str, str]) -> list[Finding]:
    """Settings that are wrong on a machine that others can reach."""
    findings = []
    if environment.get("MATANG_DEBUG", "").lower() in {"1", "true", "yes", "on"}:
        findings.append(
            warning("settings", "MATANG_DEBUG is on: faults show their inner workings.", "Unset it where others have access.")
        )
    open_to_others = environment.get("MATANG_HOSTS", "localhost") not in {"", "localhost", "localhost,127.0.0.1"}
    if open_to_others and environment.get("MATANG_HTTPS", "").lower() not in {"1", "true", "yes", "on"}:
        findings.append(
            warning(
                "settings",
                "MATANG_HOSTS opens the application to others, without MATANG_HTTPS.",
                "Put nginx with a certificate in front (deploy/) and set MATANG_HTTPS=yes.",
            )
        )
    return findings or [ok("settings", "settings make sense")]
