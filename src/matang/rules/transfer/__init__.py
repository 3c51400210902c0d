"""Is it time for a transfer (mutasi), by PerBKN 5/2019?"""

from matang.rules.transfer.is_it_time import CLASSIFICATION as TRANSFER_WINDOW
from matang.rules.transfer.may_be_transferred import RULE as MAY_BE_TRANSFERRED

__all__ = ["MAY_BE_TRANSFERRED", "TRANSFER_WINDOW"]
