"""Screens as letters: drawn by their button when they are sent."""

from collections.abc import Sequence
from contextlib import suppress

from bot.domain.letters import PlainText
from bot.domain.refusals import Refusal
from bot.handlers.feature import Feature
from bot.surface.buttons import unpack
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee, Renderer, Sent
from bot.surface.screens import Screen, ShowScreen


def screen_renderer(features: Feature) -> Renderer[ShowScreen]:
    """What is done with the letter that shows any of these screens."""
    screens, steps, after_sending = features.every_screen, features.steps, features.sent

    async def render(to: Addressee, letter: ShowScreen) -> Sequence[Effect]:
        button = unpack(letter.button)
        if (step := steps.get(type(button))) is not None and (first := await step(to, button)) is not None:
            return [first]
        try:
            screen = await screens[type(button)](to, button)
        except Refusal as refusal:  # it was true when it was pressed, and no longer is
            screen = Screen(lines=[to.say(refusal.key, **refusal.values)])
        return [Show(screen, letter.message_id)]

    async def sent(to: Addressee, letter: ShowScreen, messages: Sequence[Sent]) -> None:
        """What some screens leave behind when they are shown."""
        button = unpack(letter.button)
        if (note := after_sending.get(type(button))) is not None:
            with suppress(Refusal):  # then the refusal was shown instead, or the right was lost since
                await note(to, button, messages)

    return Renderer(render, sent)


async def render_plain_text(to: Addressee, letter: PlainText) -> Sequence[Effect]:
    return [Show(Screen(lines=[to.say(letter.key, **letter.values)]))]
