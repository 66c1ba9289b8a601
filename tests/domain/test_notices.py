"""The rules of notices: every state with every act, what one may say, whom it is for, when it goes."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from bot.domain.audience import NOWHERE_NAMED, Ground, NoticePlace, toggled
from bot.domain.bodies import Body, Entity, File, Kind
from bot.domain.cautions import Caution, cautions
from bot.domain.communities import Division
from bot.domain.ids import AreaId, NoticeId, PersonId
from bot.domain.languages import Language
from bot.domain.notices import (
    MOVES,
    URGENT,
    Act,
    By,
    Content,
    NotAFile,
    NoText,
    Notice,
    NoticeIsPast,
    Status,
    TextAlone,
    TooLong,
    TooManyFiles,
    moved,
    with_message,
    with_words,
)
from bot.domain.subscriptions import Topic
from bot.register import CommunityCode, SettlementCode
from tests.faults import assert_none

NOW = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)  # 18:00 in Kyiv


def notice(status: Status = Status.DRAFT, **given: object) -> Notice:
    values: dict[str, object] = {
        "id": NoticeId(1), "person_id": PersonId(1), "officer_id": None, "topic": Topic.MISSING, "urgent": True,
        "status": status, "chats": True, "version": 1, "scheduled_at": None, "expires_at": NOW, "awaits_second": False,
        "confirmed_by": None, "broadcast_id": None, "progress_message_id": None, "created_at": NOW, "touched_at": NOW,
        "sent_at": None, "corrected_at": None, "found_at": None, "withdrawn_at": None,
    }  # fmt: skip
    return Notice(**(values | given))  # type: ignore[arg-type]  # of the right types, by name


# What each act makes of a notice of this status, whoever may do it; all else is refused.
LEADS = {
    (Status.DRAFT, Act.WRITE): Status.DRAFT,
    (Status.DRAFT, Act.SUBMIT): Status.WAITING,
    (Status.DRAFT, Act.START): Status.SENT,
    (Status.WAITING, Act.START): Status.SENT,
    (Status.WAITING, Act.TAKE_BACK): Status.DRAFT,
    (Status.WAITING, Act.WITHDRAW): Status.WITHDRAWN,
    (Status.SENT, Act.CORRECT): Status.SENT,
    (Status.SENT, Act.FIND): Status.SENT,
    (Status.SENT, Act.WITHDRAW): Status.WITHDRAWN,
    (Status.SENT, Act.EXPIRE): Status.WITHDRAWN,
}


def test_every_state_takes_the_acts_of_the_table_and_no_other() -> None:
    def leads_to(status: Status, act: Act, by: By) -> Status | None:
        try:
            return moved(notice(status), act, by, NOW).status
        except NoticeIsPast:
            return None

    def expected(status: Status, act: Act, by: By) -> Status | None:
        return LEADS.get((status, act)) if by in MOVES[act].by else None

    assert_none(
        f"{status}, {act} by {by}: {leads_to(status, act, by)} instead of {expected(status, act, by)}"
        for status, act, by in product(Status, Act, By)
        if leads_to(status, act, by) is not expected(status, act, by)
    )


def test_only_its_author_writes_and_only_the_clock_ends_a_search() -> None:
    for act in (Act.WRITE, Act.SUBMIT):
        assert MOVES[act].by == {By.AUTHOR}
    assert MOVES[Act.EXPIRE].by == {By.CLOCK}
    assert By.AUTHOR not in MOVES[Act.CONFIRM].by


def test_what_waits_for_a_second_coordinator_neither_starts_nor_is_confirmed_twice() -> None:
    waiting = notice(Status.WAITING, awaits_second=True)
    with pytest.raises(NoticeIsPast):
        moved(waiting, Act.START, By.CLOCK, NOW)
    confirmed = moved(waiting, Act.CONFIRM, By.COORDINATOR, NOW)
    assert not confirmed.awaits_second
    assert moved(confirmed, Act.START, By.CLOCK, NOW).status is Status.SENT
    with pytest.raises(NoticeIsPast):
        moved(confirmed, Act.CONFIRM, By.COORDINATOR, NOW)


def test_a_refused_move_names_the_status_that_the_notice_has() -> None:
    for status, act, by in (
        (Status.WITHDRAWN, Act.CORRECT, By.AUTHOR),
        (Status.WAITING, Act.CONFIRM, By.COORDINATOR),
        (Status.WAITING, Act.FIND, By.AUTHOR),
    ):
        with pytest.raises(NoticeIsPast) as refused:
            moved(notice(status), act, by, NOW)
        assert refused.value.values == {"status": status.value}
    with pytest.raises(NoticeIsPast) as refused:
        moved(notice(Status.WAITING, awaits_second=True), Act.START, By.CLOCK, NOW)
    assert refused.value.values == {"status": "waiting"}


def test_each_move_notes_its_own_time_and_no_other() -> None:
    def noted(before: Notice, act: Act, by: By) -> set[str]:
        after = moved(before, act, by, NOW + timedelta(hours=1))
        assert after.touched_at == NOW + timedelta(hours=1)
        times = ("sent_at", "corrected_at", "found_at", "withdrawn_at")
        return {name for name in times if getattr(after, name) != getattr(before, name)}

    assert noted(notice(), Act.WRITE, By.AUTHOR) == set()
    assert noted(notice(Status.WAITING), Act.START, By.CLOCK) == {"sent_at"}
    assert noted(notice(Status.WAITING), Act.WITHDRAW, By.AUTHOR) == {"withdrawn_at"}
    sent = notice(Status.SENT, sent_at=NOW)
    assert noted(sent, Act.CORRECT, By.AUTHOR) == {"corrected_at"}
    assert noted(sent, Act.FIND, By.AUTHOR) == {"found_at"}
    assert noted(sent, Act.EXPIRE, By.CLOCK) == {"withdrawn_at"}


def test_only_a_person_who_is_being_searched_may_be_found() -> None:
    assert [status for status in Status if notice(status).may_be_found] == [Status.SENT]
    assert not notice(Status.SENT, found_at=NOW).may_be_found
    assert not notice(Status.SENT, topic=Topic.ROAD).may_be_found


def test_a_draft_counts_its_changes() -> None:
    written = moved(notice(), Act.WRITE, By.AUTHOR, NOW)
    assert written.version == 2
    assert moved(written, Act.START, By.CLOCK, NOW).version == 2


@pytest.mark.parametrize("topic", [topic for topic in Topic if topic is not Topic.MISSING])
def test_nobody_is_found_whom_nobody_searched(topic: Topic) -> None:
    with pytest.raises(NoticeIsPast):
        moved(notice(Status.SENT, topic=topic), Act.FIND, By.AUTHOR, NOW)


def test_who_was_found_is_found_once_and_what_was_said_of_him_is_corrected_no_more() -> None:
    found = moved(notice(Status.SENT), Act.FIND, By.AUTHOR, NOW)
    assert found.found_at == NOW
    for act in (Act.FIND, Act.CORRECT):
        with pytest.raises(NoticeIsPast):
            moved(found, act, By.AUTHOR, NOW)
    assert moved(found, Act.WITHDRAW, By.AUTHOR, NOW).status is Status.WITHDRAWN


def test_urgent_may_be_only_what_saves_lives_now() -> None:
    assert {Topic.MISSING, Topic.EVACUATION, Topic.MINES, Topic.CURFEW} == URGENT


# What it says.

EMPTY = Content({}, [])
PHOTO = Body(Kind.PHOTO, "Підпис", (Entity("bold", 0, 6),), File(external_id="f1"))


def test_words_take_the_place_of_those_before_and_files_are_added() -> None:
    content = with_message(EMPTY, Topic.ROAD, Body(Kind.TEXT, "Слова"))
    content = with_message(content, Topic.ROAD, PHOTO)
    content = with_message(content, Topic.ROAD, Body(Kind.PHOTO, file=File(external_id="f2")))
    assert content.words == {Language.UK: Body(Kind.TEXT, "Підпис", (Entity("bold", 0, 6),))}
    assert [each.file and each.file.external_id for each in content.files] == ["f1", "f2"]
    assert not any(each.text or each.entities for each in content.files)


@pytest.mark.parametrize("kind", [Kind.VOICE, Kind.STICKER, Kind.LOCATION, Kind.CONTACT, Kind.VIDEO_NOTE])
def test_a_notice_carries_no_voice_sticker_or_place(kind: Kind) -> None:
    with pytest.raises(NotAFile):
        with_message(EMPTY, Topic.ROAD, Body(kind))


def test_files_that_make_no_album_do_not_go_together() -> None:
    content = with_message(EMPTY, Topic.ROAD, PHOTO)
    assert len(with_message(content, Topic.ROAD, Body(Kind.VIDEO)).files) == 2
    with pytest.raises(NotAFile):
        with_message(content, Topic.ROAD, Body(Kind.DOCUMENT))


def test_a_discreet_notice_has_words_alone() -> None:
    with pytest.raises(TextAlone):
        with_message(EMPTY, Topic.DOMESTIC, PHOTO)


def test_an_album_has_ten_files() -> None:
    assert len(with_message(Content({}, [PHOTO] * 9), Topic.ROAD, PHOTO).files) == 10
    with pytest.raises(TooManyFiles) as refused:
        with_message(Content({}, [PHOTO] * 10), Topic.ROAD, PHOTO)
    assert refused.value.values == {"limit": 10}


def test_documents_are_files_too() -> None:
    plan = Body(Kind.DOCUMENT, file=File(external_id="f2"))
    assert [each.kind for each in with_message(EMPTY, Topic.ROAD, plan).files] == [Kind.DOCUMENT]


def test_a_notice_is_one_message_and_beside_files_one_caption() -> None:
    long = with_message(EMPTY, Topic.ROAD, Body(Kind.TEXT, "я" * 3500))
    with pytest.raises(TooLong) as refused:
        with_message(EMPTY, Topic.ROAD, Body(Kind.TEXT, "я" * 3501))
    assert refused.value.values == {"limit": 3500}
    with pytest.raises(TooLong) as refused:
        with_message(long, Topic.ROAD, Body(Kind.PHOTO))
    assert refused.value.values == {"limit": 800}
    with_words(Content({}, [PHOTO]), Language.EN, Body(Kind.TEXT, "😀" * 400))
    with pytest.raises(TooLong):
        with_words(Content({}, [PHOTO]), Language.EN, Body(Kind.TEXT, "😀" * 400 + "."))


def test_other_words_are_words() -> None:
    for body in (Body(Kind.PHOTO, "Підпис"), Body(Kind.TEXT, " ")):
        with pytest.raises(NoText):
            with_words(EMPTY, Language.UK, body)


def test_a_reader_of_english_gets_ukrainian_where_there_is_nothing_else() -> None:
    content = with_message(EMPTY, Topic.ROAD, Body(Kind.TEXT, "Слова"))
    assert content.in_language(Language.EN).text == "Слова"
    both = with_words(content, Language.EN, Body(Kind.TEXT, "Text"))
    assert both.in_language(Language.EN).text == "Text"
    assert both.without(Language.EN) == content


@pytest.mark.parametrize(
    ("topic", "text", "found"),
    [
        (Topic.ROAD, "Пристебніться.", []),
        (Topic.ROAD, "Учора було влучання біля школи", [Caution.POSITIONS]),
        (Topic.ROAD, "Постраждала Олена К.", [Caution.NAMES]),
        (Topic.THEFT_HOME, "Їздять цигани", [Caution.ETHNIC]),
        (Topic.COMMUNITY, "Громадська рада, романси", []),
        (Topic.WANTED, "Розшукується", [Caution.APPROVED]),
        (Topic.MINES, "Уламки ракети", [Caution.POSITIONS]),
        (Topic.MISSING, "Жертва", [Caution.CONSENT, Caution.NAMES]),
        (Topic.STRANGERS, "Ходять по хатах", [Caution.ETHNIC]),
        (Topic.DOMESTIC, "Куди звернутися", [Caution.NAMES]),
        (Topic.EVACUATION, "Автобус о п’ятій", [Caution.POSITIONS]),
        (Topic.MINES, "Не ходіть до лісу", [Caution.POSITIONS]),
    ],
)
def test_a_notice_is_warned_of_what_it_should_not_say(topic: Topic, text: str, found: list[Caution]) -> None:
    assert cautions(topic, text) == found


# Whom it is for.

HERE = CommunityCode("UA1")
A, B, C = (SettlementCode(each) for each in "abc")
FIRST, SECOND = AreaId(1), AreaId(2)


def test_a_community_that_one_area_serves_is_one_place() -> None:
    ground = Ground(HERE, [A, B, C], Division(FIRST))
    assert ground.of_area(FIRST) == {A, B, C, NOWHERE_NAMED}
    assert ground.places(ground.all) == [NoticePlace(HERE, None, FIRST)]
    assert ground.chosen([NoticePlace(HERE, None, FIRST)]) == ground.all


def test_an_area_that_serves_the_rest_has_what_no_other_names_and_who_named_nothing() -> None:
    ground = Ground(HERE, [A, B, C], Division(FIRST, {B: SECOND}))
    assert ground.of_area(FIRST) == {A, C, NOWHERE_NAMED}
    assert ground.of_area(SECOND) == {B}
    assert ground.places(ground.all) == [
        NoticePlace(HERE, A, FIRST),
        NoticePlace(HERE, B, SECOND),
        NoticePlace(HERE, C, FIRST),
        NoticePlace(HERE, NOWHERE_NAMED, FIRST),
    ]


def test_places_elsewhere_are_not_chosen_here() -> None:
    ground = Ground(HERE, [A], Division())
    assert ground.chosen([NoticePlace(CommunityCode("UA2"), None, None)]) == set()


def test_a_share_is_ticked_until_all_of_it_is() -> None:
    assert toggled({A}, {A, B}) == {A, B}
    assert toggled({A, B, C}, {A, B}) == {C}
    assert toggled({A}, {A}) == set()
