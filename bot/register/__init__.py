"""The official register of communities, read-only and in memory.

What it holds: `register`. How it is searched: `search`. How names are compared and sorted: `spelling`; how
they are written in Latin letters: `romanisation`. Where the shipped file comes from: `importer`, which the running bot
does not need.
"""

from bot.register.register import (
    Community,
    CommunityCode,
    CommunityKind,
    Oblast,
    OblastCode,
    Raion,
    RaionCode,
    Register,
    Settlement,
    SettlementCategory,
    SettlementCode,
    UnknownCode,
)
from bot.register.romanisation import romanised
from bot.register.search import Found, OutsidePlace, Search
from bot.register.spelling import ukrainian_key

__all__ = [
    "Community",
    "CommunityCode",
    "CommunityKind",
    "Found",
    "Oblast",
    "OblastCode",
    "OutsidePlace",
    "Raion",
    "RaionCode",
    "Register",
    "Search",
    "Settlement",
    "SettlementCategory",
    "SettlementCode",
    "UnknownCode",
    "romanised",
    "ukrainian_key",
]
