"""A passkey in software: makes a key pair for a site and signs what the site asks."""

import json
import secrets
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2 import cbor
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode

PRESENT, VERIFIED, ATTESTED = 0x01, 0x04, 0x40


@dataclass
class Passkey:
    """One credential. ``counter`` grows with each use, as the protocol wants."""

    origin: str = "http://testserver"
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    credential_id: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    user_handle: bytes = b""
    counter: int = 0

    def authenticator_data(self, site: str, flags: int) -> bytes:
        """Return site, flags and counter as bytes."""
        self.counter += 1
        return sha256(site.encode()).digest() + bytes([flags]) + self.counter.to_bytes(4, "big")

    def client_data(self, kind: str, challenge: str) -> bytes:
        """Return what the browser adds."""
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": False}).encode()

    def create(self, options: dict[str, Any]) -> str:
        """Answer the site's wish for a new key."""
        self.user_handle = websafe_decode(options["user"]["id"])
        public = cbor.encode(dict(ES256.from_cryptography_key(self.key.public_key())))
        attested = bytes(16) + len(self.credential_id).to_bytes(2, "big") + self.credential_id + public
        data = self.authenticator_data(options["rp"]["id"], PRESENT | VERIFIED | ATTESTED) + attested
        return self.answer(
            {
                "clientDataJSON": websafe_encode(self.client_data("webauthn.create", options["challenge"])),
                "attestationObject": websafe_encode(cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})),
            }
        )

    def sign(self, options: dict[str, Any]) -> str:
        """Answer the site's question who is there."""
        client = self.client_data("webauthn.get", options["challenge"])
        data = self.authenticator_data(options["rpId"], PRESENT | VERIFIED)
        signature = self.key.sign(data + sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        return self.answer(
            {
                "clientDataJSON": websafe_encode(client),
                "authenticatorData": websafe_encode(data),
                "signature": websafe_encode(signature),
                "userHandle": websafe_encode(self.user_handle),
            }
        )

    def answer(self, response: dict[str, str]) -> str:
        """Return the answer as the browser's script sends it."""
        name = websafe_encode(self.credential_id)
        extensions = {"credProps": {"rk": True}}
        return json.dumps(
            {"id": name, "rawId": name, "type": "public-key", "response": response, "clientExtensionResults": extensions}
        )
