"""Features as they are put together: what one answers to, no other does."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Any

import pytest

from bot.domain.case_dialogs import AfterComplaint, WithoutDesk
from bot.domain.dialogs import Dialog
from bot.domain.letters import PlainText
from bot.domain.residents import Arrival, FindingCommunity
from bot.handlers import FEATURES
from bot.handlers.feature import DialogHandler, Feature, NameTakenTwice, collected, open_screen
from bot.handlers.people.buttons import Help, Menu
from bot.surface.context import Context
from bot.surface.outgoing import Effect
from bot.surface.rendering import Addressee, BroadcastRenderer, Renderer
from bot.surface.screens import Screen


async def wish(context: Context) -> None: ...


async def begin(context: Context, token: str) -> None: ...


async def press(context: Context, button: Menu) -> None: ...


async def draw(to: Addressee, button: Menu) -> Screen:
    return Screen()


async def render(to: Addressee, letter: PlainText) -> Sequence[Effect]:
    return []


async def never(*given: object) -> Any:  # noqa: ANN401  # is not called
    raise NotImplementedError


MANY: BroadcastRenderer[Any, Any] = BroadcastRenderer(never, never, never, lambda to, _: [], lambda to, *_: [])
ONE_OF_EACH: dict[str, dict[Any, Any]] = {
    "commands": {"help": wish},
    "starts": {"a": begin},
    "labels": {"menu-help-button": wish},
    "words": {"words-help": wish},
    "ways_out": {"words-menu": wish},
    "opens": {Menu: draw},
    "presses": {Menu: press},
    "screens": {Menu: draw},
    "steps": {Menu: never},
    "sent": {Menu: never},
    "dialogs": {FindingCommunity: DialogHandler(never)},
    "letters": {PlainText: Renderer(render)},
    "broadcasts": {PlainText: MANY},
}


def test_this_test_knows_all_that_a_feature_hands_over() -> None:
    assert set(ONE_OF_EACH) == {part.name for part in fields(Feature)}


@pytest.mark.parametrize("part", ONE_OF_EACH)
def test_a_name_that_two_features_answer_to_is_refused(part: str) -> None:
    collected([Feature(**{part: ONE_OF_EACH[part]})])
    with pytest.raises(NameTakenTwice):
        collected([Feature(**{part: ONE_OF_EACH[part]}), Feature(**{part: ONE_OF_EACH[part]})])


@pytest.mark.parametrize(("one", "other"), [("opens", "presses"), ("opens", "screens"), ("letters", "broadcasts")])
def test_a_name_in_two_parts_that_exclude_each_other_is_refused(one: str, other: str) -> None:
    with pytest.raises(NameTakenTwice):
        collected([Feature(**{one: ONE_OF_EACH[one]}), Feature(**{other: ONE_OF_EACH[other]})])


def test_a_press_that_only_opens_its_screen_needs_no_function() -> None:
    feature = collected([Feature(opens={Help: draw})])
    assert feature.every_press == {Help: open_screen}
    assert feature.every_screen == {Help: draw}


def test_a_screen_that_handlers_show_is_opened_by_no_press() -> None:
    assert collected([Feature(screens={Menu: draw})]).every_press == {}


def test_every_dialog_takes_messages_but_those_that_only_remember_something() -> None:
    ours = {kind for kind in Dialog.flows.values() if kind.__module__.startswith("bot.")}
    assert ours - set(FEATURES.dialogs) == {Arrival, AfterComplaint, WithoutDesk}


def test_what_runs_after_a_screen_was_sent_belongs_to_a_screen_that_there_is() -> None:
    assert set(FEATURES.sent) <= set(FEATURES.every_screen)
