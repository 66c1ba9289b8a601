"""Finds a community by what a person typed: its own name, or the name of a settlement inside it.

Names are compared by their skeletons (`spelling`). Matches are ordered: the same name; the same name if the query is
read as Russian or its Latin letters as look-alikes; names that begin with it or are one typo away; and, unless there is
the same name, those two or three typos away. Among equals, communities and their centres come before other
settlements, cities before villages. A community comes once, by its best match.

An oblast or raion that was typed too narrows what is found (`regions`), unless all of it is one name.

The fuzzy part compares the query with each of 18,000 skeletons, by the number of typos (a letter missing, added, wrong,
or two swapped) and not by `fuzz.ratio`: it takes as long, and a wrong letter counts no more than a missing one.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum, IntEnum, auto
from typing import TypeAlias

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.register.regions import Regions
from bot.register.register import Community, CommunityCode, CommunityKind, Register, Settlement, SettlementCategory
from bot.register.spelling import skeleton, skeletons

_LONGEST_QUERY = 100  # characters; the longest name has 26
_SHORTEST_BEGINNING = 2  # letters
_LAST_CHARACTER = "\U0010ffff"  # sorts after any letter
_LETTERS_FOR_A_TYPO = (3, 4, 9)  # from so many on one typo is allowed, then two, then three
_LETTERS_FOR_AN_OUTSIDE_TYPO = 5
_END_OF_NAME = re.compile(r"[,;(\n]")

_KIND_ORDER = {kind: order for order, kind in enumerate(CommunityKind)}
_CATEGORY_ORDER = {category: order for order, category in enumerate(SettlementCategory)}
_NOT_A_CENTRE = len(_CATEGORY_ORDER)


class OutsidePlace(Enum):
    """A place that has no community in the register or, as Crimea, none that is served."""

    KYIV = auto()
    SEVASTOPOL = auto()
    CRIMEA = auto()
    PRYPIAT = auto()
    CHORNOBYL = auto()


_OUTSIDE_NAMES = {
    OutsidePlace.KYIV: ("Київ", "Києві", "Киев", "Киеве", "Kiev"),
    OutsidePlace.SEVASTOPOL: ("Севастополь", "Севастополі"),
    OutsidePlace.CRIMEA: ("Крим", "Криму", "АРК", "АР Крим", "Автономна Республіка Крим", "Crimea"),
    OutsidePlace.PRYPIAT: ("Прип’ять", "Прип’яті"),
    OutsidePlace.CHORNOBYL: ("Чорнобиль", "Чорнобилі", "Чернобыль"),
}
_OUTSIDE_SKELETONS = {skeleton(name): place for place, names in _OUTSIDE_NAMES.items() for name in names}


@dataclass(frozen=True, slots=True)
class Found:
    """A community that fits a query; `settlement` is the one whose name fits, None when the community's own does."""

    community: Community
    settlement: Settlement | None
    exact: bool


class _Fit(IntEnum):
    """How well a name fits the query: the smaller, the better."""

    SAME = 0
    SAME_READ_OTHERWISE = 1  # as Russian, or its Latin letters as look-alikes
    NEAR = 2  # begins with it, or is one typo away
    TWO_TYPOS = 3
    THREE_TYPOS = 4


_FIT_BY_TYPOS = (_Fit.NEAR, _Fit.NEAR, _Fit.TWO_TYPOS, _Fit.THREE_TYPOS)
_Named: TypeAlias = tuple[Community, Settlement | None]  # whose name it is: the settlement's, else the community's


class Search:
    """An index of the names of a register, built in a tenth of a second."""

    def __init__(self, register: Register) -> None:
        by_name: dict[str, list[_Named]] = {}
        for community in register.communities:
            by_name.setdefault(community.name, []).append((community, None))
            for settlement in community.settlements:
                by_name.setdefault(settlement.name, []).append((community, settlement))
        self._named: dict[str, list[_Named]] = {}
        for name, named in by_name.items():
            self._named.setdefault(skeleton(name), []).extend(named)
        self._skeletons = sorted(self._named)
        self._regions = Regions(register)
        self._in_crimea = frozenset(map(skeleton, register.crimea))

    def find(self, query: str, limit: int = 200, *, within: Collection[CommunityCode] | None = None) -> list[Found]:
        """The communities that fit `query`, best first, of all or `within` some; empty for what is no name.

        All exact matches come, however many communities have the name; others fill up to `limit`. A name may be found
        both here and by `outside`: there is a village Київ.
        """
        forms = _forms(query)
        whole = not forms or any(form in self._named for form in skeletons(query))
        narrowed = None if whole else self._regions.narrowed(query)
        if narrowed is None:
            return self._find(forms, limit, within)
        name, there = skeletons(narrowed.name), narrowed.within
        found = self._find(name, limit, there if within is None else there.intersection(within))
        if found and (found[0].exact or narrowed.said):
            return found
        return self._find(forms, limit, within) or found or self._find(name, limit, within)

    def _find(self, forms: list[str], limit: int, within: Collection[CommunityCode] | None) -> list[Found]:
        best: dict[CommunityCode, Found] = {}
        for fit, (community, settlement) in self._candidates(forms):
            exact = fit is _Fit.SAME
            if not exact and len(best) >= limit:
                break
            if community.code not in best and (within is None or community.code in within):
                best[community.code] = Found(community, settlement, exact)
        return list(best.values())

    def outside(self, query: str) -> OutsidePlace | None:
        """The place without a community that `query` names, if any.

        One typo is allowed in the names of the five places, only where `query` is not another name of the register.
        """
        forms = _forms(query)
        for form in forms:
            if form in _OUTSIDE_SKELETONS:
                return _OUTSIDE_SKELETONS[form]
        if any(form in self._named for form in forms):
            return None
        if any(form in self._in_crimea for form in forms):
            return OutsidePlace.CRIMEA
        return next(filter(None, map(_outside_with_a_typo, forms)), None)

    def _candidates(self, forms: list[str]) -> list[tuple[_Fit, _Named]]:
        """The communities and settlements whose names fit one of the forms, best first."""
        fits: dict[str, _Fit] = {}
        for name, fit in self._fits(forms):
            fits[name] = min(fit, fits.get(name, fit))
        candidates = [(fit, named) for name, fit in fits.items() for named in self._named[name]]
        return sorted(candidates, key=lambda candidate: (candidate[0], _weight(*candidate[1])))

    def _fits(self, forms: list[str]) -> Iterator[tuple[str, _Fit]]:
        """The names (skeletons) that fit one of the forms; some come twice."""
        same = [form for form in forms if form in self._named]
        yield from ((form, _Fit.SAME if form == same[0] else _Fit.SAME_READ_OTHERWISE) for form in same)
        for form in forms:
            yield from ((name, _Fit.NEAR) for name in self._beginning_with(form))
            most = min(_typos_allowed(form), 1 if same else len(_LETTERS_FOR_A_TYPO))
            near = process.extract(form, self._skeletons, scorer=OSA.distance, score_cutoff=most, limit=None)
            yield from ((name, _FIT_BY_TYPOS[typos]) for name, typos, _ in near)

    def _beginning_with(self, form: str) -> list[str]:
        if len(form) < _SHORTEST_BEGINNING:
            return []
        return self._skeletons[
            bisect_left(self._skeletons, form) : bisect_left(self._skeletons, form + _LAST_CHARACTER)
        ]


def _forms(query: str) -> list[str]:
    """The skeletons to look for; none if the text is too long for a name. What follows a comma is ignored."""
    return skeletons(_END_OF_NAME.split(query.strip(), 1)[0]) if len(query) <= _LONGEST_QUERY else []


def _outside_with_a_typo(form: str) -> OutsidePlace | None:
    if len(form) < _LETTERS_FOR_AN_OUTSIDE_TYPO:
        return None
    near = process.extractOne(form, _OUTSIDE_SKELETONS.keys(), scorer=OSA.distance, score_cutoff=1)
    return _OUTSIDE_SKELETONS[near[0]] if near else None


def _typos_allowed(form: str) -> int:
    """How many typos a query of this length may have. One can count as two, where it doubles a letter."""
    return bisect_right(_LETTERS_FOR_A_TYPO, len(form))


def _weight(community: Community, settlement: Settlement | None) -> tuple[int, str]:
    """The order of names that fit equally: communities and centres, then bigger places, then by code."""
    if settlement is None:
        return _KIND_ORDER[community.kind], community.code
    away = 0 if settlement is community.settlements[0] else _NOT_A_CENTRE
    return away + _CATEGORY_ORDER[settlement.category], settlement.code
