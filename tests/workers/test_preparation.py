"""The step for slow work: letters wait for their files, and nothing else waits with them."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from bot.domain.letters import Letter, PersonAt, PlainText
from bot.handlers import RENDERERS
from bot.storage import people
from bot.storage.transaction import Transaction
from bot.surface.outgoing import Document, Effect, Made, Show
from bot.surface.rendering import Addressee, Renderer
from bot.surface.rich import Rich
from bot.workers.folder import LOCK, private_folder
from simulator import Person
from simulator.chats import Bubble
from tests.town import Town


@dataclass
class Workshop:
    """What a story does with the making of a file."""

    may_end: asyncio.Event = field(default_factory=asyncio.Event)
    began: asyncio.Event = field(default_factory=asyncio.Event)
    times: int = 0
    failing: int = 0


WORKSHOP = Workshop()


@dataclass(frozen=True, slots=True)
class Report(Letter):
    """A letter with a file that takes time."""


async def gather(tx: Transaction, language: str) -> str:
    WORKSHOP.times += 1
    WORKSHOP.began.set()
    await WORKSHOP.may_end.wait()
    if WORKSHOP.times <= WORKSHOP.failing:
        raise LookupError
    return f"{language}: {await tx.value(int, 'select count(*) from persons')}"


async def render(to: Addressee, letter: Report) -> Sequence[Effect]:
    file = Made("звіт.txt", partial(gather, language=to.say.language), str.encode)
    return [Show(Document(Rich("Ваш звіт"), file))]


@pytest.fixture(autouse=True)
def workshop(monkeypatch: pytest.MonkeyPatch) -> Workshop:
    global WORKSHOP  # noqa: PLW0603  # what a letter does cannot be handed to it
    WORKSHOP = Workshop()
    monkeypatch.setitem(RENDERERS, Report, Renderer(render))
    return WORKSHOP


async def tell(town: Town, person: Person, *letters: Letter) -> None:
    async def write(tx: Transaction) -> None:
        actor = await people.actor(tx, person.id)
        assert actor is not None
        for letter in letters:
            tx.outbox.tell(PersonAt(actor.person_id), letter)

    await town.app.store.transact(write)
    town.app.ring()


def documents(person: Person) -> list[Bubble]:
    return [bubble for bubble in person.chat if "document" in bubble.fields]


def content_of(person: Person, bubble: Bubble) -> bytes:
    return person._bot.files.find(bubble.fields["document"].file_id).content  # noqa: SLF001


async def test_a_file_of_the_bots_own_is_made_and_arrives_under_its_text(town: Town, workshop: Workshop) -> None:
    olena = await town.resident("Олена")
    workshop.may_end.set()
    await tell(town, olena, Report())
    got = await olena.sees("Ваш звіт")
    assert got.fields["document"].file_name == "звіт.txt"
    assert content_of(olena, got) == b"uk: 1"
    assert workshop.times == 1


async def test_what_is_written_meanwhile_is_answered_while_a_file_is_being_made(town: Town, workshop: Workshop) -> None:
    olena = await town.resident("Олена")
    await tell(town, olena, Report(), PlainText("case-cannot-pass-on"))
    await workshop.began.wait()
    await town.telegram.until(lambda: "Такі повідомлення бот не передає." in olena.last.text)
    assert documents(olena) == []
    workshop.may_end.set()
    await olena.sees("Ваш звіт")


async def test_a_file_that_cannot_be_made_is_tried_again_and_then_its_letter_is_set_aside(
    town: Town, workshop: Workshop
) -> None:
    olena = await town.resident("Олена")
    workshop.may_end.set()
    workshop.failing = 2
    await tell(town, olena, Report())
    await town.passes(minutes=1)
    await town.passes(minutes=1)
    await olena.sees("Ваш звіт")
    workshop.times, workshop.failing = 0, 100
    await tell(town, olena, Report())
    for _ in range(10):
        await town.passes(minutes=1)
    assert workshop.times == 5
    assert [row["state"] for row in await town.stored("select state from outbox")] == ["set_aside"]


async def test_a_bot_that_stopped_while_it_made_a_file_makes_it_after_its_start(town: Town, workshop: Workshop) -> None:
    olena = await town.resident("Олена")
    await tell(town, olena, Report())
    await workshop.began.wait()
    await town.stops()
    workshop.may_end.set()
    town.starts()
    await olena.sees("Ваш звіт")
    assert len(documents(olena)) == 1


# The folder.


def test_the_folder_is_for_its_own_user_and_goes_with_its_process(tmp_path: Path) -> None:
    common = tmp_path / "common"
    with private_folder(common) as folder:
        assert folder.stat().st_mode & 0o077 == 0
        assert common.stat().st_mode & 0o077 == 0
        with private_folder(common) as other:
            assert folder.exists()
        assert not other.exists()
    assert not folder.exists()


def test_what_a_killed_process_left_is_removed_by_the_next(tmp_path: Path) -> None:
    left = tmp_path / "left"
    left.mkdir()
    (left / LOCK).touch()
    (left / "1.in").write_text("слова")
    with private_folder(tmp_path):
        assert not left.exists()


def test_a_common_folder_of_another_kind_is_refused(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "common").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(PermissionError), private_folder(tmp_path / "common"):
        pass
