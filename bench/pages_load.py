"""A small load generator: keeps connections open, asks for one address, and notes how long each answer took."""

import asyncio
import time
from dataclasses import dataclass, field


@dataclass
class Load:
    """What came of asking: seconds for each answer, seconds in all, and the bytes of one answer as sent."""

    took: list[float] = field(default_factory=list)
    wall: float = 0.0
    size: int = 0

    @property
    def per_second(self) -> float:
        """Answers a second."""
        return len(self.took) / self.wall

    def percentile(self, share: float) -> float:
        """Milliseconds within which ``share`` of the answers came."""
        ordered = sorted(self.took)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes) -> tuple[bytes, bool]:
    """Send one request; return the body and whether the connection stays open. Anything but 200 is an error."""
    writer.write(request)
    head = await reader.readuntil(b"\r\n\r\n")
    status, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _colon, value in (line.partition(":") for line in lines)}
    body = await reader.readexactly(int(headers["content-length"]))
    if " 200 " not in status:
        raise RuntimeError(f"the server answered {status!r}")
    return body, headers.get("connection", "").lower() != "close"


async def client(port: int, request: bytes, until: float, most: int, load: Load) -> None:
    """Ask again and again on one connection until the time is over or ``most`` answers have come."""
    writer = None
    while time.perf_counter() < until and len(load.took) < most:
        if writer is None:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
        start = time.perf_counter()
        body, stays = await ask(reader, writer, request)
        load.took.append(time.perf_counter() - start)
        load.size = len(body)
        if not stays:
            writer.close()
            writer = None
    if writer is not None:
        writer.close()


def run(port: int, path: str, cookie: str, *, connections: int, seconds: float, most: int = 10**9) -> Load:
    """Ask for ``path`` over some connections at once for some seconds, at most ``most`` times."""
    lines = (f"GET {path} HTTP/1.1", f"Host: localhost:{port}", f"Cookie: {cookie}", "Accept-Encoding: gzip, br", "", "")
    request = "\r\n".join(lines).encode()
    load = Load()

    async def all_clients() -> None:
        until = time.perf_counter() + seconds
        await asyncio.gather(*(client(port, request, until, most, load) for _ in range(connections)))

    start = time.perf_counter()
    asyncio.run(all_clients())
    load.wall = time.perf_counter() - start
    return load
