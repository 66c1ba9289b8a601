"""A notice as its readers see it: opened where it is discreet, and read again."""

from collections.abc import Sequence

from bot.domain.languages import Language
from bot.domain.notices import NoticeRead
from bot.domain.refusals import NotFound
from bot.handlers.notices.broadcast import Loaded, is_covered, loaded, message, opened, words
from bot.handlers.notices.buttons import HideNotice, OpenNotice, ReadNotice
from bot.services import subscriptions
from bot.services.notices.access import seen
from bot.storage import subscriptions as stored_subscriptions
from bot.storage.subscriptions import received
from bot.surface.context import Context
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen


async def read(context: Context, button: ReadNotice) -> None:
    """Also for people whom it was sent to."""
    if not await received(context.tx, button.notice_id, context.actor.person_id):
        await seen(context.tx, context.actor.person_id, button.notice_id)
    context.tell(NoticeRead(button.notice_id))


async def render_read(to: Addressee, letter: NoticeRead) -> Sequence[Effect]:
    """As it came, for people whom it was sent to; its author sees all of it."""
    if (notice := await stored_subscriptions.received(to.tx, letter.notice_id, to.person_id)) is not None:
        return message(to, await loaded(to.tx, notice))
    notice, _ = await seen(to.tx, to.person_id, letter.notice_id)
    return as_received(to, await loaded(to.tx, notice))


def as_received(to: Addressee, shown: Loaded) -> list[Effect]:
    """A notice as its readers get it: in Ukrainian, and below in English where there is such a text."""
    effects = message(to, shown)
    if is_covered(to, shown.notice):
        effects.append(Show(Screen(body=words(to, shown))))
    if Language.EN in shown.content.words and to.say.language is not Language.EN:
        english = shown.content.words[Language.EN]
        effects.append(Show(Screen(body=Rich(english.text, english.entities))))
    return effects


# A discreet notice.


async def open_text(context: Context, button: OpenNotice) -> None:
    await subscriptions.received(context.tx, context.actor, button.notice_id)
    context.show(button)


async def draw_opened(to: Addressee, button: OpenNotice) -> Screen:
    notice = await stored_subscriptions.received(to.tx, button.notice_id, to.person_id)
    if notice is None:
        raise NotFound
    text, rows = opened(to, await loaded(to.tx, notice))
    return Screen(body=text, buttons=rows)


async def draw_hidden(to: Addressee, button: HideNotice) -> Screen:
    """Closed again, also when the notice is gone."""
    rows: list[list[Label]] = [[(to.say("notice-open-button"), OpenNotice(button.notice_id))]]
    return Screen(lines=[to.say("notice-covered")], buttons=rows)
