"""The official register of communities, read-only and in memory.

Its data: `register`. Search: `search`; by a place: `polygons`. How names are compared and sorted: `spelling`; how they
are written in Latin letters: `romanisation`. `importer` makes the shipped file; the running bot does not use it.
"""

from bot.register.polygons import Borders, Polygons, UnreadablePolygons
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
    "Borders",
    "Community",
    "CommunityCode",
    "CommunityKind",
    "Found",
    "Oblast",
    "OblastCode",
    "OutsidePlace",
    "Polygons",
    "Raion",
    "RaionCode",
    "Register",
    "Search",
    "Settlement",
    "SettlementCategory",
    "SettlementCode",
    "UnknownCode",
    "UnreadablePolygons",
    "romanised",
    "ukrainian_key",
]
