"""When a failing job is tried again."""

from dataclasses import dataclass

from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.jobs import Job


@dataclass(frozen=True, slots=True)
class Retry:
    """A failing job is tried ``times`` more times; the waits are ``first``, 2×, 4×… seconds, at most ``longest``."""

    times: int = 5
    first: int = 10
    longest: int = 3600

    def wait(self, retried: int) -> int | None:
        """Return the seconds before the next try of a job that was retried ``retried`` times; ``None`` = give up."""
        if retried >= self.times:
            return None
        return min(self.first << retried, self.longest)


class Backoff(BaseRetryStrategy):
    """The same, in the form that the queue asks for."""

    def __init__(self, retry: Retry) -> None:
        self.retry = retry

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """Return when to try again, or ``None`` to give up."""
        wait = self.retry.wait(job.attempts) if isinstance(exception, Exception) else None
        return None if wait is None else RetryDecision(retry_in={"seconds": wait})
