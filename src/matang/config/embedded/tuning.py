"""The server's settings and its rule of who may connect as whom."""

import psutil

MEGABYTE = 1024 * 1024

DURABLE = {
    "wal_compression": "on",
    "max_wal_size": "2GB",
    "checkpoint_timeout": "15min",
}
THROW_AWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "1h",
}


def settings(*, durable: bool) -> dict[str, str]:
    """Return the settings for this machine's memory; a throw-away server trades safety for speed."""
    memory = psutil.virtual_memory().total // MEGABYTE
    shared = max(64, min(1024, memory // 16))
    return {
        "max_connections": "100",
        "shared_buffers": f"{shared}MB",
        "effective_cache_size": f"{max(256, memory // 2)}MB",
        "work_mem": "16MB",
        "maintenance_work_mem": f"{max(64, min(512, memory // 16))}MB",
        "random_page_cost": "1.1",
        "jit": "off",
        "log_min_messages": "warning",
        "log_line_prefix": "'%m [%p] %u@%d '",
        "log_checkpoints": "off",
        "log_lock_waits": "on",
        **(DURABLE if durable else THROW_AWAY),
    }


def configuration(*, durable: bool) -> str:
    """Return the text of the settings file. ``ALTER SYSTEM`` still wins over it."""
    lines = [f"{name} = {value}" for name, value in settings(durable=durable).items()]
    return "\n".join(["# Written by Matang at every start; change a value with ALTER SYSTEM.", *lines, ""])


HOST_RULES = "# Written by Matang at every start: no network, and accounts are checked by name.\nlocal all all peer map=matang\n"


def identity_map(names: set[str]) -> str:
    """Return the text that lets the accounts in ``names`` connect as the application and as the superuser, and nobody else."""
    lines = [f'matang "{name}" {role}' for name in sorted(names) for role in ("matang", "postgres")]
    return "\n".join(["# Written by Matang at every start.", *lines, ""])
