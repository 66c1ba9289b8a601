"""The check of service areas: for a coordinator of one community, for the operator of all that take cases."""

from collections.abc import Mapping, Sequence

from bot.domain.area_checks import Finding, findings
from bot.register import CommunityCode, Register
from bot.storage import areas, communities
from bot.storage.transaction import Transaction


async def of_community(tx: Transaction, register: Register, code: CommunityCode) -> Sequence[Finding]:
    """What is wrong with its areas, settlements in the order of the register."""
    return (await _of(tx, register, [code])).get(code, ())


async def of_all(tx: Transaction, register: Register) -> Mapping[CommunityCode, Sequence[Finding]]:
    """The communities that take cases and have something wrong."""
    return await _of(tx, register, await communities.open_to_cases(tx))


async def _of(
    tx: Transaction, register: Register, codes: Sequence[CommunityCode]
) -> Mapping[CommunityCode, Sequence[Finding]]:
    """A community that the register does not have is left out: that is another fault."""
    portions = await areas.portions(tx, codes)
    found = {
        code: findings([each.code for each in register.community(code).settlements], portions[code])
        for code in codes
        if register.has_community(code)
    }
    return {code: faults for code, faults in found.items() if faults}
