"""A new edition of the register: what of it concerns this database, and what can be moved without asking anyone.

Three things are certain. A new name needs nothing: names are read from the register. A code that was replaced is
replaced wherever it is. A settlement that is in another community now takes its residents there, and leaves the areas
of the one where it was, if that takes no officer from anyone and changes nothing about danger: its new community is
active and has an area for it, or the old one was not active, and both are marked alike. The rest is for a person.

Cases that were sent stay where they are: the desk that has one goes on with it.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.audit import OPERATOR
from bot.domain.communities import Enrolment
from bot.register import CommunityCode, Register, SettlementCode
from bot.register.editions import replaced, written
from bot.services.residents import tell_waiting
from bot.storage import areas, audit, communities, editions
from bot.storage.communities import Community
from bot.storage.editions import Kept, Use
from bot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Plan:
    """What a new edition changes in this database."""

    replaced: Mapping[SettlementCode, SettlementCode]
    moved: Sequence[Kept]  # from the community where it is kept to the one of the edition
    left: Sequence[str]  # a line for each matter that a person decides

    def lines(self, edition: Register) -> Iterator[str]:
        """What is moved, a line for each settlement."""
        for old, new in self.replaced.items():
            yield f"{old} {written(edition, new)}: its code is {new} now"
        for each in self.moved:
            yield (
                f"{each.settlement} {written(edition, each.settlement)}: "
                f"from {written(edition, each.community)}; {_amounts(each)}"
            )


async def planned(tx: Transaction, used: Register, edition: Register) -> Plan:
    """What would be moved to a new edition, from the one that the bot runs with."""
    in_use = await by_code(tx)
    successors = {old: new for old, new in replaced(used, edition).items() if old in in_use}
    moved, left = [], []
    for each in await _elsewhere(tx, edition):
        reason = await _reason_to_stay(tx, edition, each)
        if reason is None:
            moved.append(each)
        else:
            left.append(f"{each.settlement} {written(edition, each.settlement)}: {_amounts(each)}; {reason}")
        left += await _of_what_stays(tx, edition, each)
    left += _unknown(in_use, used, edition, besides=successors)
    left += await _of_other_oblasts(tx, edition)
    return Plan(successors, moved, left)


async def move(tx: Transaction, used: Register, edition: Register) -> Plan:
    """Move what can be moved; what was. A second time there is nothing to move."""
    plan = await planned(tx, used, edition)
    for old, new in plan.replaced.items():
        await editions.replace(tx, old, new)
        audit.write(tx, OPERATOR, f"replace by {new}", "settlement", old, edition.settlement(new).community_code)
    for each in plan.moved:
        await _move(tx, each, edition.settlement(each.settlement).community_code)
    for community in sorted({edition.settlement(each.settlement).community_code for each in plan.moved}):
        await tell_waiting(tx, community)
    return plan


async def _move(tx: Transaction, kept: Kept, community: CommunityCode) -> None:
    await editions.move_residents(tx, kept.settlement, before=kept.community, after=community)
    audit.write(tx, OPERATOR, f"move to {community}", "settlement", kept.settlement, kept.community)
    for area_id in await editions.leave_areas(tx, kept.settlement, kept.community):
        audit.write(tx, OPERATOR, f"leave {kept.settlement}", "area", area_id, kept.community)


async def unknown(tx: Transaction, register: Register) -> list[str]:
    """What of this database the register in use does not know, or has in another community: a line for each."""
    still = [
        f"{each.settlement} {written(register, each.settlement)}: {_amounts(each)} "
        f"still of {written(register, each.community)}"
        for each in await _elsewhere(tx, register)
    ]
    return [*_unknown(await by_code(tx), register, register, besides={}), *still]


async def by_code(tx: Transaction) -> Mapping[str, list[Use]]:
    """Every code of the register that this database has, with where."""
    found: dict[str, list[Use]] = defaultdict(list)
    for each in [*await editions.oblasts(tx), *await editions.communities(tx), *await editions.settlements(tx)]:
        found[each.code].append(each)
    return found


async def _elsewhere(tx: Transaction, edition: Register) -> list[Kept]:
    """The settlements that this database has in another community than the edition does."""
    return [
        each
        for each in await editions.kept(tx)
        if edition.has_settlement(each.settlement)
        and edition.settlement(each.settlement).community_code != each.community
    ]


async def _reason_to_stay(tx: Transaction, edition: Register, kept: Kept) -> str | None:
    """Why a settlement that is in another community now is not moved there; None where it is."""
    target = edition.settlement(kept.settlement).community_code
    before, after = await communities.by_code(tx, kept.community), await communities.by_code(tx, target)
    if _marks(before) != _marks(after):
        return "one of the two communities is near the front or occupied, the other is not"
    if not _is_active(before):
        return None
    if not _is_active(after):
        return f"{written(edition, target)} takes no cases yet, and {written(edition, kept.community)} does"
    if (await areas.division(tx, target)).area_of(kept.settlement) is None:
        return f"no area of {written(edition, target)} serves it"
    return None


def _marks(community: Community | None) -> tuple[bool, bool]:
    return (community.front, community.occupied) if community is not None else (False, False)


def _is_active(community: Community | None) -> bool:
    return community is not None and community.enrolment is Enrolment.ACTIVE


async def _of_what_stays(tx: Transaction, edition: Register, kept: Kept) -> list[str]:
    lines = []
    where = f"{kept.settlement} {written(edition, kept.settlement)}"
    if cases := await editions.count_open_cases(tx, kept.community, kept.settlement):
        lines.append(f"{where}: open cases that stay with {written(edition, kept.community)}: {cases}")
    if notices := await editions.count_unsent_notices(tx, kept.community, kept.settlement):
        lines.append(f"{where}: notices not sent yet that name it in {written(edition, kept.community)}: {notices}")
    return lines


def _unknown(
    in_use: Mapping[str, list[Use]], used: Register, edition: Register, *, besides: Mapping[SettlementCode, object]
) -> Iterator[str]:
    """The codes that the edition does not have, with where they are kept."""
    oblasts = {str(each.code) for each in edition.oblasts}
    for code, uses in in_use.items():
        known = code in oblasts or edition.has_community(code) or edition.has_settlement(code)
        if not known and code not in besides:
            rows = ", ".join(map(str, uses))
            yield f"{code} {written(used, code)}: not in the register of {edition.edition}; {rows}"


async def _of_other_oblasts(tx: Transaction, edition: Register) -> list[str]:
    """Communities that take part, of which the coordinators are another oblast's now."""
    return [
        f"{row.code} {written(edition, row.code)}: takes part in the oblast {row.oblast}"
        for row in await editions.oblasts_of_communities(tx)
        if edition.has_community(row.code) and edition.community(row.code).oblast.code != row.oblast
    ]


def _amounts(kept: Kept) -> str:
    return f"residents {kept.residents}, areas {kept.areas}"
