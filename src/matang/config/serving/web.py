"""Settings of the web server (gunicorn reads this module). The values come from ``serve``'s options."""

import os
import signal

from matang.config.embedded.process import tie_to_parent

SHARED_MEMORY = "/dev/shm"  # noqa: S108 - gunicorn makes an unnamed file there

wsgi_app = "matang.config.wsgi:application"
bind = [os.environ.get("MATANG_BIND", "127.0.0.1:8000")]
workers = int(os.environ.get("MATANG_WORKERS", "2"))
threads = int(os.environ.get("MATANG_THREADS", "2"))
worker_class = "gthread"  # an idle browser connection must not hold a worker
preload_app = True
timeout = 120
graceful_timeout = 30
keepalive = 5
max_requests = 20_000
max_requests_jitter = 2_000
worker_tmp_dir = SHARED_MEMORY if os.access(SHARED_MEMORY, os.W_OK) else None
control_socket_disable = True
loglevel = os.environ.get("MATANG_WEB_LOG", "warning")
proc_name = "matang-web"


def post_fork(server: object, _worker: object) -> None:
    """End a web process when the one above it is killed, so that the port becomes free."""
    tie_to_parent(server.pid, signal.SIGTERM)  # type: ignore[attr-defined]
