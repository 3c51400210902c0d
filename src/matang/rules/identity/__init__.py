"""What an employee number says about its holder."""

from matang.rules.identity.is_nip_readable import RULE as IS_NIP_READABLE
from matang.rules.identity.is_nip_readable import Nip, read_nip

__all__ = ["IS_NIP_READABLE", "Nip", "read_nip"]
