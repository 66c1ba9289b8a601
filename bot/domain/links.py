"""Links that lead a person to the place that they are of: a community, an area, an office. They are printed, so a link
never changes its meaning.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import AreaId, OfficeId
from bot.domain.residents import area_of_token, area_token
from bot.register import CommunityCode


class LinkKind(StrEnum):
    """What a link is of: the kind of its start payload."""

    AREA = "a"
    COMMUNITY = "m"
    OFFICE = "f"


DIGITS_OF_CODE = re.compile(r"[0-9]{17}")


def community_payload(code: CommunityCode) -> str:
    return f"{LinkKind.COMMUNITY}-{code.removeprefix('UA')}"


def area_payload(area_id: AreaId) -> str:
    return f"{LinkKind.AREA}-{area_token(area_id)}"


def office_payload(office_id: OfficeId) -> str:
    return f"{LinkKind.OFFICE}-{area_token(AreaId(office_id))}"


def community_of_token(token: str) -> CommunityCode | None:
    """What may be a community's code; None for what is none."""
    return CommunityCode(f"UA{token}") if DIGITS_OF_CODE.fullmatch(token) else None


def office_of_token(token: str) -> OfficeId | None:
    number = area_of_token(token)
    return OfficeId(number) if number is not None else None


@dataclass(frozen=True, slots=True)
class Uses:
    """How often a link brought somebody: today, within the last thirty days, and ever."""

    today: int = 0
    month: int = 0
    ever: int = 0
