"""What may happen to a case: the table of moves, and the times."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.bodies import Body
from bot.domain.bodies import Kind as BodyKind
from bot.domain.case_lists import Tab, tab_of
from bot.domain.case_refusals import AlreadyRated, CannotMove, CannotReopen, OfAnotherCase
from bot.domain.cases import (
    ENDED,
    MOVES,
    OPEN,
    Act,
    Case,
    Category,
    Channel,
    Kind,
    Side,
    Status,
    can_rate,
    can_reopen,
    may_be_a_name,
    moved,
    number_in,
    number_of,
    rated,
    require_of,
    typed_number,
    with_emergency,
)
from bot.domain.emergency_phrases import Emergency
from bot.domain.ids import CaseId
from bot.domain.working_time import due_after
from tests.town import policy

NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
TIMES = policy().cases
hours = st.timedeltas(timedelta(0), timedelta(days=730)).map(lambda later: NOW + later)


def case(status: Status, *, closed_at: datetime | None = None, waits_for: Side | None = None) -> Case:
    return Case(
        id=CaseId(1),
        number=None if status is Status.DRAFT else "КШ-2026-000001",
        kind=Kind.REPORT,
        status=status,
        category=None,
        community=None,
        settlement=None,
        area_id=None,
        officer_id=None,
        coordinator_id=None,
        waits_for=waits_for,
        answer_due=NOW if waits_for is Side.OFFICER else None,
        answer_reminded=None,
        overdue_told_at=None,
        resolve_due=None,
        resolve_stopped_at=None,
        resolve_reminded=None,
        resolve_told_at=None,
        unopened_since=None,
        alarmed_at=None,
        by_turn=False,
        shared=False,
        anonymous=True,
        confidential=False,
        about_person_id=None,
        about_coordinators=False,
        crime_signs=False,
        emergency=False,
        created_at=NOW,
        touched_at=NOW,
        sent_at=None,
        first_answered_at=None,
        closed_at=closed_at or (NOW if status in ENDED else None),
        rating=None,
        notice_id=None,
        undelivered=False,
        words_erased_at=None,
        files_erased_at=None,
        link_erased_at=None,
        withheld_from_person_id=None,
        erase_asked_at=None,
        link_cut_at=None,
        paused_until=None,
        consent_version=2,
        channel=Channel.CHAT,
        unclaimed=False,
        spoken_consent=None,
        merged_into=None,
    )


def test_danger_that_is_given_in_turn_is_seen_by_all_of_its_area_until_it_changes_hands() -> None:
    """Also by those who stay when its officer leaves before opening it."""
    new = replace(case(Status.NEW, waits_for=Side.OFFICER), emergency=True, unopened_since=NOW)
    given_in_turn = moved(new, Act.TURN, Side.RESIDENT, NOW, TIMES)
    assert (given_in_turn.status, given_in_turn.by_turn, given_in_turn.shared) == (Status.IN_WORK, True, True)
    handed = moved(given_in_turn, Act.HAND, Side.COORDINATOR, NOW, TIMES)
    assert (handed.by_turn, handed.shared) == (False, True)
    for act in (Act.TRANSFER, Act.SHARE, Act.RELOCATE, Act.QUEUE, Act.GIVE_BACK):
        after = moved(given_in_turn, act, Side.OFFICER, NOW, TIMES)
        assert (after.by_turn, after.shared) == (False, False)
    assert moved(given_in_turn, Act.CLOSE, Side.RESIDENT, NOW, TIMES).shared
    assert not moved(replace(new, emergency=False, unopened_since=None), Act.TURN, Side.RESIDENT, NOW, TIMES).shared


@given(st.sampled_from(Status), st.sampled_from(sorted(MOVES)), st.sampled_from(Side), st.sampled_from([*Side, None]))
def test_no_move_is_made_that_the_table_does_not_know(
    status: Status, act: Act, by: Side, waited_for: Side | None
) -> None:
    move = MOVES[act]
    if status in move.starts and by in move.by:
        after = moved(case(status, waits_for=waited_for), act, by, NOW, TIMES)
        assert (after.status, after.waits_for) == (move.ends, move.waits_for)
        assert (after.closed_at is not None) == (after.status in ENDED)
        assert (after.answer_due is not None) == (after.waits_for is Side.OFFICER)
    else:
        with pytest.raises(CannotMove):
            moved(case(status), act, by, NOW, TIMES)


OPEN_STATUSES = "new in_work waiting answered"


@pytest.mark.parametrize(
    ("act", "by", "starts", "ends", "waits_for"),
    [
        ("send", "resident", "draft", "new", "officer"),
        ("accept", "officer coordinator", "new", "in_work", "officer"),
        ("hand", "officer coordinator", OPEN_STATUSES, "in_work", "officer"),
        ("queue", "officer coordinator", OPEN_STATUSES, "new", "officer"),
        ("transfer", "officer coordinator", OPEN_STATUSES, "in_work", "officer"),
        ("relocate", "officer coordinator", OPEN_STATUSES, "new", "officer"),
        ("give_back", "officer coordinator", OPEN_STATUSES, "in_work", "officer"),
        ("ask", "officer coordinator", OPEN_STATUSES, "waiting", "resident"),
        ("answer", "officer coordinator", OPEN_STATUSES, "answered", None),
        ("follow_up", "resident", "in_work waiting answered", "in_work", "officer"),
        ("close", "resident officer coordinator", OPEN_STATUSES, "closed", None),
        ("decline", "officer coordinator", OPEN_STATUSES, "declined", None),
        ("forward", "officer coordinator", OPEN_STATUSES, "forwarded", None),
        ("merge", "resident", OPEN_STATUSES, "merged", None),
        ("reopen", "resident", "closed declined forwarded", "in_work", "officer"),
    ],
)
def test_the_table_says_what_the_rules_say(act: str, by: str, starts: str, ends: str, waits_for: str | None) -> None:
    """Written out a second time: most tests take the table itself for the rules."""
    move = MOVES[Act(act)]
    assert move.by == set(by.split())
    assert move.starts == set(starts.split())
    assert (move.ends, move.waits_for) == (ends, waits_for)


def test_only_what_the_desk_says_to_the_resident_is_an_answer() -> None:
    assert {act for act, move in MOVES.items() if move.answers} == {
        Act.ASK,
        Act.ANSWER,
        Act.READ_OUT,
        Act.HAND_OUT,
        Act.DECLINE,
        Act.FORWARD,
    }


def test_what_a_move_notes_of_the_times() -> None:
    later = NOW + timedelta(hours=1)
    sent = moved(case(Status.DRAFT), Act.SEND, Side.RESIDENT, NOW, TIMES)
    assert (sent.sent_at, sent.touched_at, sent.first_answered_at, sent.closed_at) == (NOW, NOW, None, None)
    asked = moved(sent, Act.ASK, Side.OFFICER, later, TIMES)
    assert (asked.sent_at, asked.touched_at, asked.first_answered_at) == (NOW, later, later)
    ended = moved(asked, Act.CLOSE, Side.RESIDENT, later, TIMES)
    assert (ended.first_answered_at, ended.closed_at) == (later, later)
    again = moved(ended, Act.REOPEN, Side.RESIDENT, later, TIMES)
    assert (again.first_answered_at, again.closed_at, again.sent_at) == (later, None, NOW)


def test_the_answer_to_a_reopened_case_is_due_as_to_a_new_one() -> None:
    ended = case(Status.CLOSED, waits_for=Side.OFFICER)
    again = moved(ended, Act.REOPEN, Side.RESIDENT, NOW, TIMES)
    assert again.answer_due == due_after(NOW, TIMES.usual_due_times.answer, TIMES.working_time)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("waits_for", [*Side, None])
def test_a_case_is_unanswered_while_it_is_open_and_waits_for_its_desk(status: Status, waits_for: Side | None) -> None:
    made = case(status, waits_for=waits_for)
    assert made.is_open == (status in OPEN_STATUSES.split())
    assert made.is_unanswered == (made.is_open and waits_for is Side.OFFICER)


def test_a_case_is_overdue_once_its_desk_has_let_the_time_go_by() -> None:
    waits = case(Status.NEW, waits_for=Side.OFFICER)
    assert not waits.is_overdue(NOW)
    assert waits.is_overdue(NOW + timedelta(seconds=1))
    assert not replace(waits, answer_due=None).is_overdue(NOW)
    assert not replace(waits, waits_for=Side.RESIDENT).is_overdue(NOW + timedelta(seconds=1))


def test_a_desk_finds_a_case_by_whose_turn_it_is_and_by_its_time() -> None:
    due = replace(case(Status.IN_WORK, waits_for=Side.OFFICER), answer_due=NOW)
    assert tab_of(due, NOW) is Tab.MINE
    assert tab_of(due, NOW + timedelta(seconds=1)) is Tab.OVERDUE
    assert tab_of(case(Status.IN_WORK, waits_for=Side.RESIDENT), NOW) is Tab.RESIDENT
    for status in ENDED:
        assert tab_of(case(status, closed_at=NOW), NOW) is Tab.CLOSED


def test_which_categories_are_special() -> None:
    first = {category for category in Category if category.emergency_first}
    assert first == {Category.DOMESTIC, Category.SUSPICIOUS, Category.CHILDREN, Category.CARE}
    assert [category for category in Category if category.discreet] == [Category.DOMESTIC]


@given(st.sampled_from(sorted(ENDED)), st.sampled_from(sorted(MOVES)), st.sampled_from(Side))
def test_an_ended_case_only_reopens_and_only_by_its_resident(status: Status, act: Act, by: Side) -> None:
    if act is Act.REOPEN and by is Side.RESIDENT and status is not Status.MERGED:
        assert moved(case(status), act, by, NOW, TIMES).is_open
    else:
        with pytest.raises(CannotMove):
            moved(case(status), act, by, NOW, TIMES)


@given(st.sampled_from(sorted(MOVES)))
def test_only_sending_leads_out_of_a_draft_and_nothing_back(act: Act) -> None:
    assert (Status.DRAFT in MOVES[act].starts) == (act in (Act.SEND, Act.RECORD))
    assert MOVES[act].ends is not Status.DRAFT


@given(st.lists(st.tuples(st.sampled_from(sorted(MOVES)), st.sampled_from(Side)), max_size=12))
def test_whatever_is_tried_the_case_stays_one_of_its_states(tries: list[tuple[Act, Side]]) -> None:
    now = case(Status.DRAFT)
    for act, by in tries:
        try:
            now = moved(now, act, by, NOW, TIMES)
        except CannotMove:
            continue
        assert now.status in OPEN | ENDED
        assert now.is_open == (now.closed_at is None)


@given(st.timedeltas(timedelta(0), timedelta(days=40)))
@example(timedelta(days=14))
def test_a_case_can_be_reopened_for_two_weeks(later: timedelta) -> None:
    ended = case(Status.CLOSED, closed_at=NOW)
    if later <= timedelta(days=14):
        assert moved(ended, Act.REOPEN, Side.RESIDENT, NOW + later, TIMES).status is Status.IN_WORK
    else:
        with pytest.raises(CannotReopen):
            moved(ended, Act.REOPEN, Side.RESIDENT, NOW + later, TIMES)


@pytest.mark.parametrize("act", [Act.ASK, Act.ANSWER, Act.CLOSE])
def test_what_does_not_wait_for_its_desk_any_more_has_no_answer_due(act: Act) -> None:
    after = moved(case(Status.IN_WORK, waits_for=Side.OFFICER), act, Side.OFFICER, NOW, TIMES)
    assert after.answer_due is None


def test_an_open_case_cannot_be_reopened() -> None:
    assert not can_reopen(case(Status.NEW), NOW, TIMES)


def test_asking_again_does_not_put_the_answer_off() -> None:
    waits = replace(case(Status.IN_WORK, waits_for=Side.OFFICER), answer_due=NOW)
    after = moved(waits, Act.FOLLOW_UP, Side.RESIDENT, NOW + timedelta(days=1), TIMES)
    assert after.answer_due == NOW


def test_a_case_that_mentioned_an_emergency_stays_marked() -> None:
    before = case(Status.NEW)
    assert with_emergency(before, [None]) is before
    marked = with_emergency(before, [None, Emergency.FIRE])
    assert marked == replace(before, emergency=True)
    assert with_emergency(marked, [None]) is marked
    assert with_emergency(marked, [Emergency.FIRE]) is marked


@given(st.integers(-2, 9), st.sampled_from(Status), st.sampled_from([None, *Category]))
def test_a_rating_is_one_to_five_of_what_was_closed_and_given_once(
    rating: int, status: Status, category: Category | None
) -> None:
    """Neither after a refusal nor for thanks."""
    ended = replace(case(status), category=category)
    assert can_rate(ended) is (status is Status.CLOSED and category is not Category.THANKS)
    if can_rate(ended) and 1 <= rating <= 5:
        once = rated(ended, rating)
        assert once.rating == rating
        assert not can_rate(once)
        with pytest.raises(AlreadyRated):
            rated(once, rating)
    else:
        with pytest.raises(CannotMove):
            rated(ended, rating)


def test_nobody_waits_for_an_answer_to_thanks() -> None:
    thanks = moved(replace(case(Status.DRAFT), category=Category.THANKS), Act.SEND, Side.RESIDENT, NOW, TIMES)
    assert (thanks.waits_for, thanks.answer_due, thanks.is_overdue(NOW + timedelta(days=99))) == (
        Side.OFFICER,
        None,
        False,
    )
    closed = moved(thanks, Act.CLOSE, Side.OFFICER, NOW, TIMES)
    assert moved(closed, Act.REOPEN, Side.RESIDENT, NOW, TIMES).answer_due is None
    assert thanks.resolve_due is None


def test_a_number_is_found_only_at_the_head_of_a_message() -> None:
    assert number_in("КШ-2026-000123: відповідь") == "КШ-2026-000123"
    assert number_in("Щодо КШ-2026-000123") is None


def test_a_text_headed_as_the_bot_heads_another_case_is_not_said_in_this_one() -> None:
    this = case(Status.NEW)
    for text in ("КШ-2026-000002 · Мешканець\nВін тут", "КШ-2026-000002\nОцінка: 2"):
        with pytest.raises(OfAnotherCase):
            require_of(this, Body(BodyKind.TEXT, text))
    for text in ("КШ-2026-000001 · Мешканець\nВін тут", "КШ-2026-000002 закрито", "Про КШ-2026-000002 · так"):
        require_of(this, Body(BodyKind.TEXT, text))


def test_a_number_says_its_year() -> None:
    assert number_of(2026, 123) == "КШ-2026-000123"


# A number, typed.


@pytest.mark.parametrize(
    ("typed", "first", "is_sure"),
    [
        ("КШ-2026-000123", "КШ-2026-000123", True),
        ("кш 2026 123", "КШ-2026-000123", True),
        ("КШ–2025–000123.", "КШ-2025-000123", True),
        ("КШ2026000123", "КШ-2026-000123", True),
        ("KШ-2026-000123", "КШ-2026-000123", True),
        ("ksh 123", "КШ-2026-000123", True),
        ("№000123", "КШ-2026-000123", True),
        ("000123", "КШ-2026-000123", True),
        ("123", "КШ-2026-000123", False),
        ("2026", "КШ-2026-002026", False),
        ("2025/123", "КШ-2025-000123", False),
        ("кш-2026-1000000", "КШ-2026-1000000", True),
    ],
)
def test_a_number_is_read_in_every_way_in_which_people_type_it(typed: str, first: str, is_sure: bool) -> None:
    found = typed_number(typed, NOW)
    assert found is not None
    assert (found.numbers[0], found.is_sure) == (first, is_sure)


def test_a_number_without_a_year_may_be_of_the_last_one() -> None:
    found = typed_number("000123", NOW)
    assert found is not None
    assert found.numbers == ("КШ-2026-000123", "КШ-2025-000123")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "звернення 123",
        "КШ-2026-000123 де?",
        "0501234567",
        "+380501234567",
        "12.05.2026",
        "18:30",
        "10-12",
        "кш",
        "1 2",
    ],
)
def test_a_text_with_more_in_it_is_no_number(text: str) -> None:
    assert typed_number(text, NOW) is None


@given(st.integers(2024, 2026), st.integers(1, 10**8), st.sampled_from(["-", " ", "–", "", "/"]), st.booleans())
def test_every_number_is_found_by_what_it_reads(year: int, ordinal: int, between: str, upper: bool) -> None:
    written = number_of(year, ordinal).replace("-", between)
    found = typed_number(written if upper else written.lower(), NOW)
    assert found is not None
    assert number_of(year, ordinal) in found.numbers


@pytest.mark.parametrize("name", ["Олена", "Олена Коваль", "О. І. Коваль", "пані Олена Іванівна Коваль-Шевченко"])
def test_a_few_words_may_be_a_name(name: str) -> None:
    assert may_be_a_name(name)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "\u2800",
        "Знову приїхало те саме авто!",
        "Коли приїдете?",
        "Олена\nБіля школи яма",
        "біля магазину знову чужа машина без номерів",
        "мене вбивають",
    ],
)
def test_a_report_is_no_name(words: str) -> None:
    assert not may_be_a_name(words)
