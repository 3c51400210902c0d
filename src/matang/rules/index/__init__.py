"""The professionalism index (IP ASN): an estimate by PermenPANRB 38/2018 and PerBKN 8/2019."""

from matang.rules.index.how_professional import CALCULATION as PROFESSIONALISM_INDEX
from matang.rules.index.which_category import CLASSIFICATION as INDEX_CATEGORY
from matang.rules.index.which_category import OF_A_NUMBER as CATEGORY_OF_INDEX

__all__ = ["CATEGORY_OF_INDEX", "INDEX_CATEGORY", "PROFESSIONALISM_INDEX"]
