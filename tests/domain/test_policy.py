"""What the operator's decisions come to: quiet hours, the curfew, who is named, which numbers are needed."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.policy import NEEDED_HOTLINES, Controller, Curfew, DailySpan, Hotline, HotlineKey, NoticePolicy
from tests.town import policy


def notices(quiet_from: time, quiet_until: time) -> NoticePolicy:
    return NoticePolicy(DailySpan(quiet_from, quiet_until), reminder=time(18), morning=time(8), daily=time(9))


NIGHT = notices(time(21), time(8))
NOON, NEVER = notices(time(13), time(14)), notices(time(), time())


def in_kyiv(hour: int, minute: int = 0) -> datetime:
    """On a winter's day, two hours ahead of UTC; an hour below 0 is of the day before."""
    return datetime(2026, 11, 25, hour - 2, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("policy", "hour", "minute", "quiet"),
    [
        (NIGHT, 20, 59, False),
        (NIGHT, 21, 0, True),
        (NIGHT, 23, 59, True),
        (NIGHT, 7, 59, True),
        (NIGHT, 8, 0, False),
        (NIGHT, 12, 0, False),
        (NOON, 12, 59, False),
        (NOON, 13, 0, True),
        (NOON, 13, 59, True),
        (NOON, 14, 0, False),
        (NEVER, 2, 0, False),
        (NEVER, 12, 0, False),
    ],
)
def test_quiet_hours_are_from_their_first_minute_to_before_their_last_also_over_midnight(
    policy: NoticePolicy, hour: int, minute: int, quiet: bool
) -> None:
    assert policy.is_quiet(in_kyiv(hour, minute)) is quiet


def test_quiet_hours_end_on_the_same_day_or_the_next() -> None:
    assert NIGHT.quiet_ends(in_kyiv(7, 59)) == in_kyiv(8)
    tomorrow = datetime(2026, 11, 26, 6, 0, tzinfo=UTC)
    assert NIGHT.quiet_ends(in_kyiv(8)) == tomorrow
    assert NIGHT.quiet_ends(in_kyiv(22)) == tomorrow


@pytest.mark.parametrize(
    ("curfew", "starts", "ends", "forbidden"),
    [
        (Curfew(time(23), time(5)), time(9), time(12), False),
        (Curfew(time(23), time(5)), time(5), time(23), False),
        (Curfew(time(23), time(5)), time(4, 59), time(6), True),
        (Curfew(time(23), time(5)), time(22), time(23, 1), True),
        (Curfew(time(12), time(14)), time(9), time(12), False),
        (Curfew(time(12), time(14)), time(14), time(15), False),
        (Curfew(time(12), time(14)), time(13), time(15), True),
        (Curfew(time(12), time(14)), time(9), time(12, 1), True),
        (Curfew(time(12), time(12)), time(9), time(11), False),
    ],
)
def test_a_curfew_forbids_what_shares_a_minute_with_it(
    curfew: Curfew, starts: time, ends: time, forbidden: bool
) -> None:
    assert curfew.forbids(starts, ends) is forbidden


def test_who_holds_the_data_is_named_once_nothing_is_left_in_square_brackets() -> None:
    assert Controller("Головне управління", "вул. Миру, 1").is_named
    assert not Controller("[назва]", "вул. Миру, 1").is_named
    assert not Controller("Головне управління", "[адреса]").is_named
    named = replace(policy(), controller=Controller("Головне управління", "вул. Миру, 1"))
    assert named.problems() == ()
    [problem] = replace(named, controller=Controller("[назва]", "[адреса]")).problems()
    assert "fill both in config.toml" in problem


def test_the_numbers_on_the_cards_may_not_be_left_out() -> None:
    needed = {"police", "rescue", "ambulance", "gas", "single", "violence", "children", "lifeline"}
    assert {key.value for key in NEEDED_HOTLINES} == needed
    assert not Hotline(HotlineKey.LEGAL_AID, "0 800", date(2026, 11, 1)).emergency


@pytest.mark.parametrize(("kept", "warned", "after"), [(24, 2, 22), (3, 2, 1.5), (1, 24, 0.5)])
def test_the_writer_of_a_draft_is_warned_before_it_is_erased_and_not_in_the_first_half_of_its_time(
    kept: int, warned: int, after: float
) -> None:
    cases = replace(policy().cases, draft_kept=timedelta(hours=kept), draft_warned=timedelta(hours=warned))
    assert cases.warned_at(in_kyiv(12)) == in_kyiv(12) + timedelta(hours=after)
