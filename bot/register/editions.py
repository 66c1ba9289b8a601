"""What differs between two editions of the register.

A code stays with its settlement for as long as the settlement is there, also under another name or in another
community. Where a settlement of the same name in the same community has a code that the earlier edition did not know,
while the old code is gone, the ministry has replaced it: that is taken as certain only where it leaves no choice.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.register.register import Community, CommunityCode, Register, Settlement, SettlementCode


class What(StrEnum):
    NEW = "new"
    GONE = "gone"
    RENAMED = "renamed"
    MOVED = "moved"  # to another community; a community: to another raion or oblast
    REPLACED = "replaced"  # the same settlement has another code


@dataclass(frozen=True, slots=True)
class Change:
    """Of a community or a settlement. `code` is the earlier one, of a new place its own."""

    what: What
    code: CommunityCode | SettlementCode
    before: str  # the name and where it is; empty for what is new
    after: str  # empty for what is gone


def changes(earlier: Register, later: Register) -> Iterator[Change]:
    """Everything that changed, communities first, in the order of codes."""
    yield from _of_communities(earlier, later)
    yield from _of_settlements(earlier, later)


def replaced(earlier: Register, later: Register) -> Mapping[SettlementCode, SettlementCode]:
    """The codes that are gone, each with the one code that took its place. The settlement is in the same community."""
    gone, new = _by_place(earlier, besides=later), _by_place(later, besides=earlier)
    return {
        codes[0]: new[place][0] for place, codes in gone.items() if len(codes) == 1 and len(new.get(place, ())) == 1
    }


def written(register: Register, code: str) -> str:
    """A place as a line says it: «Зоряне, Комишуваська, Запорізька». The code alone where the register has none."""
    if community := _community(register, code):
        return f"{community.name}, {community.raion.name}, {community.oblast.name}"
    if settlement := _settlement(register, code):
        community = register.community(settlement.community_code)
        return f"{settlement.name}, {community.name}, {community.oblast.name}"
    return code


def _of_communities(earlier: Register, later: Register) -> Iterator[Change]:
    before = {each.code: each for each in earlier.communities}
    after = {each.code: each for each in later.communities}
    for code in sorted(before.keys() | after.keys()):
        was, now = before.get(code), after.get(code)
        if was is None or now is None:
            yield _appeared(earlier, later, code)
        elif (was.raion.code, was.oblast.code) != (now.raion.code, now.oblast.code):
            yield Change(What.MOVED, code, written(earlier, code), written(later, code))
        elif was.name != now.name:
            yield Change(What.RENAMED, code, written(earlier, code), written(later, code))


def _of_settlements(earlier: Register, later: Register) -> Iterator[Change]:
    before = {each.code: each for each in earlier.settlements}
    after = {each.code: each for each in later.settlements}
    successors = replaced(earlier, later)
    for code in sorted((before.keys() | after.keys()) - set(successors.values())):
        was, now = before.get(code), after.get(code)
        if code in successors:
            yield Change(What.REPLACED, code, written(earlier, code), successors[code])
        elif was is None or now is None:
            yield _appeared(earlier, later, code)
        elif was.community_code != now.community_code:
            yield Change(What.MOVED, code, written(earlier, code), written(later, code))
        elif was.name != now.name:
            yield Change(What.RENAMED, code, written(earlier, code), written(later, code))


def _appeared(earlier: Register, later: Register, code: CommunityCode | SettlementCode) -> Change:
    """Of a code that only one of them knows."""
    if _community(later, code) or _settlement(later, code):
        return Change(What.NEW, code, "", written(later, code))
    return Change(What.GONE, code, written(earlier, code), "")


def _by_place(register: Register, *, besides: Register) -> dict[tuple[CommunityCode, str], list[SettlementCode]]:
    """The codes that `besides` does not know, by community and name."""
    known = {each.code for each in besides.settlements}
    found: dict[tuple[CommunityCode, str], list[SettlementCode]] = defaultdict(list)
    for each in register.settlements:
        if each.code not in known:
            found[each.community_code, each.name].append(each.code)
    return found


def _community(register: Register, code: str) -> Community | None:
    return register.community(code) if register.has_community(code) else None


def _settlement(register: Register, code: str) -> Settlement | None:
    return register.settlement(code) if register.has_settlement(code) else None
