"""No note reaches a resident: not by a query, a letter, a screen or an export.

Notes with a canary are in every case of a story in which all letters are sent and all screens are drawn. Which modules
of storage read the table is said here once; a new one is to be thought about.
"""

from itertools import product
from pathlib import Path

import bot
from bot.domain.cases import Act, Side
from bot.domain.ids import CaseId, ChatId, OfficerId, PersonId
from bot.domain.languages import Language
from bot.domain.letters import PersonAt
from bot.domain.refusals import Refusal
from bot.handlers import FEATURES
from bot.storage import cases, notes
from bot.storage.transaction import Transaction
from bot.surface.outgoing import Show
from bot.surface.rendering import Addressee
from bot.telegram.outgoing import calls_of
from simulator import Person
from tests.contracts.named import every, ids_of
from tests.contracts.scenes import end, plays
from tests.contracts.wording import at_work
from tests.storage.test_plans import queries, statements
from tests.stories.test_my_data import received
from tests.town import Town, resources

ROOT = Path(bot.__file__).parent
CANARY = "канарка-нотатки"
TABLE = "case_notes"

READERS = {
    ("bot.storage.notes", "count"): "says how many",
    ("bot.storage.notes", "written_by"): "of the person who wrote it",
    ("bot.storage.notes", "said_as"): "of the person who wrote it",
    ("bot.storage.case_history", "entries"): "the history as the desk reads it",
    ("bot.storage.transfers", "by_id"): "the word with which a case is given away, for the desk that takes it",
    ("bot.storage.transfers", "returnable"): "the same, to give it back",
    ("bot.storage.case_history", "whole"): "the file of a case, which leaves notes out: test_case_exports",
    **{
        ("bot.storage.person_retention", name): "whether a person has written any"
        for name in ("count_strangers", "erase_strangers", "count_persons", "erase_persons", "without_anything")
    },
}
SHOWN_BY = {"bot/handlers/cases/history.py"}  # what reads `case_history.entries`


async def test_every_query_that_reads_notes_is_known() -> None:
    reading = {
        (query.__module__, query.__name__)
        for query in queries()
        for sql, _ in await statements(query)
        if TABLE in sql and sql.lstrip().startswith(("select", "with"))
    }
    assert reading == READERS.keys()
    mentioning = {path.stem for path in (ROOT / "storage").glob("*.py") if TABLE in path.read_text()}
    assert mentioning == {
        "notes",
        "case_history",
        "journal",
        "transfers",
        "merges",
        "retention",
        "person_retention",
        "sealing",
        "resealing",
    }


def test_the_history_of_the_desk_is_drawn_for_the_desk_alone() -> None:
    found = {path for path in ROOT.rglob("*.py") if "case_history.entries(" in path.read_text()}
    assert {str(path.relative_to(ROOT.parent)) for path in found} == SHOWN_BY


async def noted(town: Town) -> None:
    """Every case that was sent has a note of the officer who serves there."""

    async def note(tx: Transaction) -> None:
        [officer, *_] = await tx.column(OfficerId, "select id from officers order by id")
        person = await tx.value(PersonId, "select person_id from officers where id = :id", id=officer)
        assert person is not None
        for case_id in await tx.column(CaseId, "select id from cases where status <> 'draft'"):
            event = await cases.add_event(tx, case_id, Act.NOTE, Side.OFFICER, officer)
            await notes.add(tx, event, case_id, person, officer, f"{CANARY} {case_id}", 0)

    await town.app.store.transact(note)


def sent_to(town: Town, person: Person) -> str:
    """All that the bot has ever sent into their chat, what is in its files too."""
    mine = [each for each in town.telegram.requests if str(each.params.get("chat_id")) == str(person.id)]
    return "\n".join(str(each.params) for each in mine)


async def exported(person: Person) -> str:
    await person.says("мої дані")
    await person.presses("Завантажити")
    data = (await person.sees("для програм")).message.document
    page = (await person.sees("сторінка для читання", anywhere=True)).message.document
    assert data is not None
    assert page is not None
    return received(person, data.file_id) + received(person, page.file_id)


async def test_no_letter_and_no_export_brings_a_note_to_a_resident(town: Town) -> None:
    cast = await plays(town)
    await noted(town)
    await end(town, cast)
    await noted(town)
    for resident in (cast.olena, cast.taras):
        await resident.unblocks()
        whole = await exported(resident)
        assert "КШ-" in whole
        assert '"send"' in whole
        assert '"note"' not in whole
        for shown in (whole, sent_to(town, resident)):
            assert CANARY not in shown
            assert "отатк" not in shown


async def test_no_screen_shows_a_note_to_a_resident(town: Town) -> None:
    await plays(town)
    await noted(town)
    ids = await ids_of(town)
    people = await town.stored("select id, chat_id from persons")
    loaded, read_by_desk, leaks = resources(), set[int](), set[str]()

    async def draw(tx: Transaction) -> None:
        working = await at_work(tx)
        for row, kind in product(people, FEATURES.every_screen):
            person_id, chat_id = PersonId(int(str(row["id"]))), ChatId(int(str(row["chat_id"])))
            say = loaded.texts.of(Language.UK)
            to = Addressee(tx, PersonAt(person_id), person_id, chat_id, say, loaded.register, loaded.search, "bot")
            for button in every(kind, ids):
                try:
                    screen = await FEATURES.every_screen[kind](to, button)
                except Refusal:
                    continue
                if not any(CANARY in str(call.params) for call in calls_of([Show(screen)], tx.now)):
                    continue
                if person_id in working:
                    read_by_desk.add(person_id)
                else:
                    leaks.add(f"{button} to {person_id}")

    await town.app.store.transact(draw)
    assert not leaks
    assert read_by_desk
