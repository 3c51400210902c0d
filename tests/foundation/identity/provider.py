"""A small OpenID provider that answers over HTTP: discovery, sign-in, token, keys, facts about the account."""

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET, CODE, TOKEN = "matang", "rahasia-klien", "kode-sekali", "token-akses"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


class Provider(ThreadingHTTPServer):
    """The provider; ``facts`` is what it says about whoever signs in, ``seen`` the token requests it got."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Answers)
        self.address = f"http://127.0.0.1:{self.server_port}"
        self.facts: dict[str, Any] = {"sub": "idp-7", "preferred_username": "hr_officer", "name": "Pengelola"}
        self.audience = CLIENT
        self.seen: list[dict[str, list[str]]] = []

    def pages(self) -> dict[str, Any]:
        """Return what each address answers."""
        number = KEY.public_key().public_numbers()
        claims = {**self.facts, "iss": self.address, "aud": self.audience, "iat": 1, "exp": 4_102_444_800}
        return {
            "/.well-known/openid-configuration": {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "userinfo_endpoint": f"{self.address}/userinfo",
                "jwks_uri": f"{self.address}/keys",
                "token_endpoint_auth_methods_supported": ["client_secret_post"],
            },
            "/token": {
                "access_token": TOKEN,
                "token_type": "Bearer",
                "id_token": jwt.encode(claims, KEY, algorithm="RS256", headers={"kid": "1"}),
            },
            "/userinfo": self.facts,
            "/keys": {"keys": [{"kty": "RSA", "kid": "1", "alg": "RS256", "n": encoded(number.n), "e": encoded(number.e)}]},
        }


class Answers(BaseHTTPRequestHandler):
    """One request to the provider."""

    server: Provider

    def do_GET(self) -> None:
        """Answer discovery, keys and facts."""
        refused = self.path == "/userinfo" and self.headers.get("Authorization") != f"Bearer {TOKEN}"
        self.answer(401 if refused else 200)

    def do_POST(self) -> None:
        """Give a token for the code, once the client has shown its secret."""
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.server.seen.append(form)
        right = form.get("code") == [CODE] and form.get("client_secret") == [SECRET]
        self.answer(200 if right else 400)

    def answer(self, status: int) -> None:
        """Send the page of this address, or nothing but a status."""
        body = json.dumps(self.server.pages()[urlsplit(self.path).path] if status == 200 else {"error": "invalid"}).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


def encoded(number: int) -> str:
    """Return a number as keys carry it."""
    return urlsafe_b64encode(number.to_bytes((number.bit_length() + 7) // 8, "big")).rstrip(b"=").decode()


@contextmanager
def running() -> Iterator[Provider]:
    """Run a provider on a free port."""
    server = Provider()
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
