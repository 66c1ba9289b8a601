"""How texts are found and filled in, and how dates, numbers and phones read."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.languages import Language
from bot.domain.officers import RANKS
from bot.texts import Say, TextError, Texts

NOON = datetime(2026, 11, 22, 12, 30, tzinfo=UTC)  # 14:30 in Kyiv


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for language, greeting, label in (("uk", "Вітаємо: { $name }", "Назад"), ("en", "Hello { $name }", "Back")):
        (tmp_path / language).mkdir()
        (tmp_path / language / "some.ftl").write_text(
            f"greeting = {greeting}\nlabel = {label}\nlist = {label}, Стоп\n", encoding="utf-8"
        )
    return tmp_path


@pytest.fixture(scope="module")
def uk() -> Say:
    return Texts.load(Path("locales")).of(Language.UK)


@pytest.fixture(scope="module")
def en() -> Say:
    return Texts.load(Path("locales")).of(Language.EN)


def test_a_text_is_filled_in_in_the_language_asked_for(folder: Path) -> None:
    texts = Texts.load(folder)
    assert texts.of(Language.UK)("greeting", name="Оксана") == "Вітаємо: Оксана"
    assert texts.of(Language.EN)("greeting", name="Оксана") == "Hello Оксана"


def test_an_unknown_text_and_a_missing_argument_are_errors(folder: Path) -> None:
    say = Texts.load(folder).of(Language.UK)
    with pytest.raises(TextError, match="no-such-text"):
        say("no-such-text")
    with pytest.raises(TextError, match="name"):
        say("greeting")


def test_what_turns_the_direction_of_writing_is_taken_out(folder: Path) -> None:
    say = Texts.load(folder).of(Language.UK)
    assert say("greeting", name="\u202eанаскО\u202c\u2066\u200f") == "Вітаємо: анаскО"


def test_a_person_cannot_slip_a_placeholder_into_a_text(folder: Path) -> None:
    assert Texts.load(folder).of(Language.UK)("greeting", name="{ $name }") == "Вітаємо: { $name }"


def test_a_label_is_known_in_every_language(folder: Path) -> None:
    texts = Texts.load(folder)
    assert texts.labels("label") == {"Назад", "Back"}
    assert texts.words("list") == {"назад", "back", "стоп"}


@pytest.mark.parametrize(("wrong", "why"), [("це не Fluent\n", "some.ftl"), ("a = 1\na = 2\n", "written twice")])
def test_a_file_with_a_mistake_is_refused_at_start(folder: Path, wrong: str, why: str) -> None:
    (folder / "uk" / "some.ftl").write_text(wrong, encoding="utf-8")
    with pytest.raises(TextError, match=why):
        Texts.load(folder)


def test_a_date_reads_as_people_write_it(uk: Say, en: Say) -> None:
    assert uk.date(NOON) == "22 листопада 2026 р."
    assert uk.datetime(NOON) == "22 листопада 2026 р., 14:30"
    assert en.datetime(NOON) == "22 November 2026, 14:30"


def test_the_hour_follows_the_clock_of_kyiv_in_summer_and_winter(uk: Say) -> None:
    assert uk.time(datetime(2026, 7, 1, 12, 0, tzinfo=UTC)) == "15:00"
    assert uk.time(datetime(2026, 12, 1, 12, 0, tzinfo=UTC)) == "14:00"


def test_near_days_have_names_by_the_calendar_of_kyiv(uk: Say) -> None:
    late = datetime(2026, 11, 22, 21, 30, tzinfo=UTC)  # 23:30 in Kyiv
    assert uk.day(late, late) == "сьогодні"
    assert uk.day(late + timedelta(hours=1), late) == "завтра"
    assert uk.day(late, late + timedelta(hours=1)) == "вчора"
    assert uk.day(late + timedelta(days=2), late) == "24 листопада 2026 р."


def test_a_time_without_a_zone_is_an_error(uk: Say) -> None:
    with pytest.raises(ValueError, match="zone"):
        uk.date(datetime(2026, 11, 22))  # noqa: DTZ001 -- that is what must be refused


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("0800505170", "0 800 505 170"),
        ("+380800505170", "0 800 505 170"),
        ("+380612345678", "+380 61 234 56 78"),
        ("0612345678", "+380 61 234 56 78"),
        ("102", "102"),
        ("15-47", "15-47"),
        ("116 123", "116 123"),
        ("+48221234567", "+48221234567"),
        ("запитайте в раді", "запитайте в раді"),
    ],
)
def test_a_phone_reads_as_people_write_it(uk: Say, number: str, shown: str) -> None:
    assert uk.phone(number) == shown


@pytest.mark.parametrize(
    ("count", "shown"),
    [
        (0, "0 днів"),
        (1, "1 день"),
        (2, "2 дні"),
        (4, "4 дні"),
        (5, "5 днів"),
        (11, "11 днів"),
        (12, "12 днів"),
        (14, "14 днів"),
        (21, "21 день"),
        (22, "22 дні"),
        (25, "25 днів"),
        (111, "111 днів"),
        (112, "112 днів"),
        (121, "121 день"),
    ],
)
def test_a_ukrainian_plural_is_right(uk: Say, count: int, shown: str) -> None:
    assert uk("days", count=count) == shown


def test_a_rank_is_read_in_the_readers_language_and_an_unknown_one_as_it_is_stored(uk: Say, en: Say) -> None:
    assert en.rank("капітан поліції") == "Police Captain"
    assert en.rank("старший лейтенант поліції") == "Police Senior Lieutenant"
    assert [uk.rank(rank) for rank in RANKS] == list(RANKS)
    assert len({en.rank(rank) for rank in RANKS}) == len(RANKS)
    assert uk.rank("генерал") == en.rank("генерал") == "генерал"
    assert en.rank("") == ""
