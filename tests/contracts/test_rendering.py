"""Every letter and every screen, in every language, within Telegram's limits, and short enough to be read.

One story leaves rows of every kind behind. Each letter is rendered in every language at the moment when it is sent.
Each screen is drawn afterwards with all ids and choices that its fields can name, for all people of the story: a
refusal is an answer as well, but at least one person has to see each.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import product
from typing import Any

import pytest

from bot.domain.bodies import Body, units
from bot.domain.case_letters import (
    Album,
    CardChanged,
    CaseMoved,
    CasesHanded,
    DangerMentioned,
    DraftShown,
    EditedText,
    EndingProposed,
    ListedTextEdited,
    MessageText,
    MoreMessages,
    NewCase,
    TextAgain,
)
from bot.domain.desk import WhoseAsked
from bot.domain.holds import HoldBegun
from bot.domain.ids import ChatId, PersonId
from bot.domain.languages import Language
from bot.domain.letters import Letter, PersonAt
from bot.domain.my_data import DataExported
from bot.domain.pauses import PauseAppealed, PauseBegun
from bot.domain.refusals import Refusal
from bot.handlers import BROADCASTS, FEATURES, RENDERERS, ROUTES
from bot.handlers.cases.buttons import History, Reopen
from bot.handlers.officers.buttons import NotNow, SkipField
from bot.handlers.people.buttons import Greeting, Menu
from bot.storage.transaction import Transaction
from bot.surface.buttons import Button, unpack
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee, BroadcastRenderer, Renderer
from bot.surface.screens import Screen, ShowScreen
from bot.telegram import limits
from bot.telegram.calls import Call
from bot.telegram.outgoing import calls_of
from tests.contracts.named import every, ids_of
from tests.contracts.scenes import end, plays
from tests.contracts.wording import at_work, wording
from tests.faults import assert_none
from tests.stories.posts import (
    ZAPORIZHZHIA,
)
from tests.town import Town, resources

SCREENS = FEATURES.every_screen
TOP = {Greeting, Menu}
LEAVING = {History, NotNow, Reopen, SkipField}  # acts that show another screen


@dataclass
class Rendered:
    """Which letters came to something, and what Telegram would not have taken of them."""

    kinds: set[type[Letter]] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    wordy: set[str] = field(default_factory=set)  # what is wrong with the words
    said: dict[type[Letter], str] = field(default_factory=dict)  # all that was shown by each kind

    def watching(self, renderer: Renderer[Any]) -> Renderer[Any]:
        """Renders as ever, and in all languages besides. A renderer's own error would only set the letter aside."""

        async def render(to: Addressee, letter: Letter) -> Sequence[Effect]:
            works = to.person_id in await at_work(to.tx)
            for language in Language:
                try:
                    effects = await renderer.render(replace(to, say=resources().texts.of(language)), letter)
                    calls = calls_of(effects, to.tx.now)
                except Exception as error:  # noqa: BLE001  # whatever it is: reported at the end
                    self.faults.append(f"{letter} in {language}: {error!r}")
                else:
                    self.kinds |= {type(letter)} if calls else set()
                    self.said[type(letter)] = self.said.get(type(letter), "") + str([call.params for call in calls])
                    self.faults += [f"{letter}: {fault}" for call in calls for fault in faults_of(call)]
                    self.wordy |= wording(name_of(letter), effects, language, works=works)
            return await renderer.render(to, letter)

        return replace(renderer, render=render)

    def watching_many(self, kind: type[Letter], renderer: BroadcastRenderer[Any, Any]) -> BroadcastRenderer[Any, Any]:
        """The same of what goes to many."""

        def show(to: Addressee, content: object) -> Sequence[Effect]:
            for language in Language:
                try:
                    effects = renderer.show(replace(to, say=resources().texts.of(language)), content)
                    made = calls_of(effects, to.tx.now)
                except Exception as error:  # noqa: BLE001  # whatever it is: reported at the end
                    self.faults.append(f"{kind.__name__} in {language}: {error!r}")
                else:
                    self.kinds |= {kind} if made else set()
                    self.faults += [f"{kind.__name__}: {fault}" for call in made for fault in faults_of(call)]
                    self.wordy |= wording(kind.__name__, effects, language, works=False)
            return renderer.show(to, content)

        return replace(renderer, show=show)


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> Rendered:
    """Looks on from before the bot starts."""
    rendered = Rendered()
    monkeypatch.setattr("bot.app.RENDERERS", {kind: rendered.watching(each) for kind, each in RENDERERS.items()})
    many = {kind: rendered.watching_many(kind, each) for kind, each in BROADCASTS.items()}
    monkeypatch.setattr("bot.app.BROADCASTS", many)
    return rendered


# Nobody is forgotten.


def test_every_letter_has_a_renderer() -> None:
    ours = {kind for kind in Letter.kinds.values() if kind.__module__.startswith("bot.")}
    assert ours == {*RENDERERS, *BROADCASTS}
    assert not {*RENDERERS} & {*BROADCASTS}


def test_every_button_leads_somewhere() -> None:
    assert set(Button.codes.values()) == set(ROUTES.buttons) | set(SCREENS)


# Everything can be drawn.


def faults_of(call: Call) -> Iterator[str]:
    """What Telegram or the bot would not take of a call."""
    media = call.params.get("media")
    for each in [call.params, *(media if isinstance(media, Sequence) else ())]:
        text, caption = (str(each.get(name, "")) for name in ("text", "caption"))  # type: ignore[union-attr]  # JSON
        if units(text) > limits.TEXT or units(caption) > limits.CAPTION:
            yield f"too long: {text or caption}"
    if call.method in ("sendMessage", "editMessageText") and not call.params["text"]:
        yield f"empty: {call}"
    for data in packed(call):
        if len(data.encode()) > limits.BUTTON or type(unpack(data)) not in ROUTES.buttons:
            yield f"a button that cannot be pressed: {data}"


def name_of(letter: Letter) -> str:
    """Of a screen, the button that leads to it."""
    return type(unpack(letter.button) if isinstance(letter, ShowScreen) else letter).__name__


def packed(call: Call) -> Iterator[str]:
    """What the inline buttons of a call carry."""
    markup: Any = call.params.get("reply_markup") or {}
    for row in markup.get("inline_keyboard", ()):
        yield from (button["callback_data"] for button in row if "callback_data" in button)


def leads_back(to: Addressee, button: Button, screen: Screen) -> bool:
    """Whether the screen has a way back or to another one; a plain message and the big keyboard need none."""
    offered = [pressed for row in screen.buttons for pressed in row]
    if not offered or screen.keyboard:
        return True
    ways = ({*SCREENS} | LEAVING) - {type(button)}
    return any(label == to.say("back-button") or type(pressed) in ways for label, pressed in offered)


async def test_every_letter_is_rendered_in_every_language(rendered: Rendered, town: Town) -> None:
    await end(town, await plays(town))
    assert not rendered.faults, "\n".join(rendered.faults)
    assert {*RENDERERS, *BROADCASTS} - rendered.kinds == set()
    assert_none(sorted(rendered.wordy))


# Letters that carry what somebody said, and need not tell its writer that they failed.
NOBODY_WAITS = {
    ShowScreen: "its reader has asked for it",
    TextAgain: "its reader has asked for it",
    DataExported: "its reader has asked for it, and has said it",
    DraftShown: "its reader has written it",
    WhoseAsked: "its reader has written it",
    CasesHanded: "each case is in the officer's other lists, and shows all of it when it is opened",
    CardChanged: "the first text came with the case, and what was changed comes with EditedText",
    ListedTextEdited: "the same",
}


async def test_every_letter_that_carries_what_somebody_said_tells_its_writer_when_it_fails(
    rendered: Rendered, town: Town
) -> None:
    await plays(town)

    async def said(tx: Transaction) -> list[str]:
        bodies = await tx.column(Body, "select body from case_messages")
        reasons = [each for table in ("case_pauses", "case_holds") for each in await reasons_in(tx, table)]
        return [*(body.text for body in bodies), *reasons]

    async def reasons_in(tx: Transaction, table: str) -> list[str]:
        return await tx.column(str, f"select reason from {table}")

    texts = [each[:40] for each in await town.app.store.transact(said) if len(each) > 3]
    carrying = {kind for kind, shown in rendered.said.items() if any(text in shown for text in texts)}
    assert {MessageText, Album, EditedText, NewCase, DangerMentioned, HoldBegun} <= carrying
    carrying |= {CaseMoved, PauseBegun, PauseAppealed, EndingProposed, MoreMessages}  # which do so in other stories
    assert_none(kind for kind in carrying - NOBODY_WAITS.keys() if RENDERERS[kind].failed is None)


async def test_every_act_is_audited_with_the_oblast_that_it_concerns(town: Town) -> None:
    await end(town, await plays(town))
    acts = await town.stored(
        """select a.subject_kind, a.act, coalesce(a.oblast, m.oblast) as oblast from audit a
             left join cases c on a.subject_kind = 'case' and c.id = cast(a.subject_id as bigint)
             left join communities m on m.code = coalesce(a.community, c.community)"""
    )
    assert len({act["subject_kind"] for act in acts}) > 5  # kinds of subjects
    before_their_post = {("officer", f"set {field}") for field in ("rank", "name", "position")}
    assert_none(
        f"{act['subject_kind']} {act['act']}"
        for act in acts
        if act["oblast"] != ZAPORIZHZHIA
        and (act["subject_kind"], act["act"]) not in before_their_post
        and act["subject_kind"] != "retention"
    )


async def test_every_screen_is_drawn_in_every_language_and_leads_back(town: Town) -> None:
    await plays(town)
    ids = await ids_of(town)
    people = await town.stored("select id, chat_id from persons")
    seen: set[tuple[type[Button], Language]] = set()
    faults: list[str] = []
    wordy: set[str] = set()
    workers = await town.app.store.transact(at_work)

    async def draw(tx: Transaction, kind: type[Button]) -> None:
        for person, button in product(people, every(kind, ids)):
            person_id, chat_id = PersonId(int(str(person["id"]))), ChatId(int(str(person["chat_id"])))
            for language in Language:
                say, register, search = resources().texts.of(language), resources().register, resources().search
                to = Addressee(tx, PersonAt(person_id), person_id, chat_id, say, register, search, "hromada_bot")
                try:
                    screen = await SCREENS[kind](to, button)
                except Refusal as refusal:
                    for each in Language:
                        resources().texts.of(each)(refusal.key, **refusal.values)  # raises where there is no such text
                    break
                except Exception as error:  # noqa: BLE001  # whatever it is: reported at the end
                    faults.append(f"{button} in {language}: {error!r}")
                    continue
                seen.add((kind, language))
                wordy.update(wording(kind.__name__, [Show(screen)], language, works=person_id in workers))
                calls = calls_of([Show(screen)], tx.now)
                faults.extend(f"{button}: {fault}" for call in calls for fault in faults_of(call))
                if kind not in TOP and not leads_back(to, button, screen):
                    faults.append(f"no way back from {button}")

    async def draw_all(tx: Transaction) -> None:
        for kind in SCREENS:
            await draw(tx, kind)

    await town.app.store.transact(draw_all)
    assert not faults, "\n".join(sorted({*faults}))
    assert_none(sorted(wordy))
    assert set(product(SCREENS, Language)) - seen == set()
