"""What a part lets a person do, and what an actor may do with all their parts."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.domain.ids import ChatId, OfficerId, PersonId
from bot.domain.languages import Language
from bot.domain.people import Actor, Part, Role, Scope, require_coordinator, require_officer
from bot.domain.refusals import NotFound

HERE, ELSEWHERE = "UA23000000000064947", "UA63000000000041885"


@pytest.mark.parametrize(
    ("part", "here", "elsewhere"),
    [
        (Part(Role.COORDINATOR, Scope.COUNTRY, None), True, True),
        (Part(Role.COORDINATOR, Scope.OBLAST, HERE), True, False),
        (Part(Role.COORDINATOR, Scope.COMMUNITY, HERE), False, False),
        (Part(Role.COUNCIL, Scope.COUNTRY, None), False, False),
        (Part(Role.COUNCIL, Scope.OBLAST, HERE), False, False),
    ],
)
def test_a_coordinator_of_an_oblast_has_that_one_and_one_of_the_country_has_all(
    part: Part, here: bool, elsewhere: bool
) -> None:
    assert (part.coordinates_oblast(HERE), part.coordinates_oblast(ELSEWHERE)) == (here, elsewhere)


NOBODY = Actor(
    PersonId(1),
    ChatId(1),
    Language.UK,
    None,
    None,
    None,
    None,
    None,
    as_resident=False,
    parts=(),
    dialog=None,
    seen_at=datetime(2026, 11, 24, tzinfo=UTC),
)
OFFICER = replace(NOBODY, officer_id=OfficerId(7))
COORDINATOR = replace(NOBODY, parts=(Part(Role.COORDINATOR, Scope.OBLAST, HERE),))


def test_an_officer_who_writes_as_a_resident_does_not_work_as_an_officer() -> None:
    assert OFFICER.works_as_officer
    assert not replace(OFFICER, as_resident=True).works_as_officer
    assert not NOBODY.works_as_officer


def test_who_asks_as_an_officer_must_be_one() -> None:
    assert require_officer(OFFICER) == OfficerId(7)
    with pytest.raises(NotFound):
        require_officer(COORDINATOR)


def test_who_asks_as_a_coordinator_must_be_one_by_name() -> None:
    require_coordinator(COORDINATOR)
    for actor in (OFFICER, replace(NOBODY, parts=(Part(Role.COUNCIL, Scope.OBLAST, HERE),))):
        with pytest.raises(NotFound):
            require_coordinator(actor)


def test_a_coordinator_of_several_oblasts_has_each_of_them() -> None:
    both = replace(COORDINATOR, parts=(*COORDINATOR.parts, Part(Role.COORDINATOR, Scope.OBLAST, ELSEWHERE)))
    assert both.coordinates_oblast(HERE)
    assert both.coordinates_oblast(ELSEWHERE)
    assert not COORDINATOR.coordinates_oblast(ELSEWHERE)
