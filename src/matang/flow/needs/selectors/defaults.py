"""The level that a kind of post asks for when it has no approved standard of its own."""

DEFAULT_LEVELS = {
    "jpt_utama": 5,
    "jpt_madya": 5,
    "jpt_pratama": 4,
    "administrator": 3,
    "pengawas": 2,
    "pelaksana": 1,
    "jf_ahli_utama": 5,
    "jf_ahli_madya": 4,
    "jf_ahli_muda": 3,
    "jf_ahli_pertama": 2,
    "jf_penyelia": 3,
    "jf_mahir": 2,
    "jf_terampil": 2,
    "jf_pemula": 1,
}


def default_level(kind: str) -> int | None:
    """Return the default level, 1–5, or None where the kind says nothing."""
    return DEFAULT_LEVELS.get(kind)
