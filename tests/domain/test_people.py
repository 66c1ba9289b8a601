"""What a part lets a person do, and what an actor may do with all their parts."""

import pytest

from bot.domain.people import Part, Role, Scope

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
