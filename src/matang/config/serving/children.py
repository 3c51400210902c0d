"""A child process that is started again when it ends, and that ends when this process is killed."""

import os
import signal
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from matang.config.embedded.process import tie_to_parent

LONGEST_WAIT = 30.0
STEADY = 60.0


@dataclass(slots=True)
class Child:
    """One program to keep alive."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)
    descriptors: Sequence[int] = ()
    process: subprocess.Popen[bytes] | None = None
    quick_ends: int = 0
    started: float = 0.0
    not_before: float = 0.0

    def start(self) -> None:
        """Start it now, in a session of its own so that Ctrl-C reaches only its parent."""
        parent = os.getpid()
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            list(self.command),
            env={**os.environ, **self.environment},
            pass_fds=tuple(self.descriptors),
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=lambda: tie_to_parent(parent, signal.SIGTERM),  # noqa: PLW1509 - this process has no threads yet
        )

    def look_after(self) -> int | None:
        """Start it again when it has ended, after a wait that grows with each quick end; return its exit code then."""
        if self.process is None:
            if time.monotonic() >= self.not_before:
                self.start()
            return None
        code = self.process.poll()
        if code is None:
            return None
        lived = time.monotonic() - self.started
        self.quick_ends = 0 if lived > STEADY else self.quick_ends + 1
        self.not_before = time.monotonic() + (0 if self.quick_ends <= 1 else min(LONGEST_WAIT, 2.0**self.quick_ends / 2))
        self.process = None
        return code

    def ask_to_end(self) -> None:
        """Send SIGTERM."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()

    def wait(self, seconds: float) -> None:
        """Wait for its end; kill it when it takes longer."""
        if self.process is None:
            return
        try:
            self.process.wait(timeout=max(0.1, seconds))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
