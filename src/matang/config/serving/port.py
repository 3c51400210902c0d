"""The port that the web application listens on."""

import errno
import socket

import psutil

from matang.config.faults import SurroundingsError

PRIVILEGED = 1024


def bound_socket(host: str, port: int) -> socket.socket:
    """Return a socket bound to ``host`` and ``port`` (0 = any free one); it stays taken while children come and go."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
        made.listen(256)
    except OSError as error:
        made.close()
        raise _refusal(host, port, error) from error
    made.set_inheritable(True)
    return made


def _refusal(host: str, port: int, error: OSError) -> SurroundingsError:
    """Return the message for a port that cannot be had."""
    if error.errno == errno.EADDRINUSE:
        return SurroundingsError(
            f"Port {port} is in use{_holder(port)}.",
            f"Stop that program, or choose another port: --port {_free_port(host)} is free now (--port 0 takes any).",
        )
    if error.errno == errno.EACCES and port < PRIVILEGED:
        return SurroundingsError(
            f"This account may not listen on port {port}.", "Choose a port above 1023 and put nginx in front (deploy/)."
        )
    return SurroundingsError(f"{host}:{port} cannot be listened on: {error}.", "Give an address of this machine with --host.")


def _holder(port: int) -> str:
    """Return " by NAME (process N)" when this account may see who holds the port."""
    try:
        for connection in psutil.net_connections("tcp"):
            if connection.status == psutil.CONN_LISTEN and connection.laddr.port == port and connection.pid:
                return f" by {psutil.Process(connection.pid).name()} (process {connection.pid})"
    except psutil.Error:
        return ""
    return ""


def _free_port(host: str) -> int:
    """Return a port that is free now."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])
