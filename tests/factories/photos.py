"""Photos made byte by byte: a picture of one grey dot, and what cameras write beside a picture."""

import struct

HELD_LEFT = 6


def segment(marker: int, content: bytes) -> bytes:
    """Return one segment of a JPEG."""
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def camera_data(turned: int = 1, secret: bytes = b"PONSEL-0812-LINTANG-0.8917") -> bytes:
    """Return a segment with the way the phone was held, and ``secret`` as the position and the device's name."""
    tiff = b"II*\x00" + struct.pack("<IHHHIHHI", 8, 1, 0x0112, 3, 1, turned, 0, 0) + secret
    return segment(0xE1, b"Exif\x00\x00" + tiff)


def picture(*beside: bytes, width: int = 1, height: int = 1, padding: int = 0, after: bytes = b"") -> bytes:
    """Return a grey JPEG with the segments ``beside`` the picture, and ``after`` its end; ``padding`` makes the scan long."""
    tables = segment(0xC4, b"\x00" + b"\x01" + bytes(15) + b"\x00") + segment(0xC4, b"\x10" + b"\x01" + bytes(15) + b"\x00")
    frame = segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + b"\x01\x11\x00")
    scan = segment(0xDA, b"\x01\x01\x00\x00\x3f\x00") + b"\x3f" + b"\x00" * padding
    start = b"\xff\xd8" + segment(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00")
    return start + b"".join(beside) + segment(0xDB, b"\x00" + b"\x01" * 64) + frame + tables + scan + b"\xff\xd9" + after
