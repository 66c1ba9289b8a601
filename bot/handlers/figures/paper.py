"""The table of a period, sent when it is published and when it is asked for: a message, and a page to print."""

from collections.abc import Sequence
from functools import partial

from bot.domain.figures import FiguresPublished
from bot.domain.letters import PersonAt, PlainText
from bot.domain.refusals import NotFound
from bot.handlers.figures.buttons import FiguresPage, SendFigures
from bot.handlers.figures.page import head_of, lines_of, number, others_of, subjects_of
from bot.handlers.places import community_at, community_name
from bot.services import figures
from bot.services.figures import Table
from bot.storage.transaction import Transaction
from bot.surface.context import Context
from bot.surface.outgoing import Document, Effect, Made, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Screen
from bot.texts import Say
from bot.typesetting import typeset


async def send(context: Context, button: SendFigures) -> None:
    await figures.send(context.tx, context.actor, button.community, button.period)
    context.answer(context.say("figures-coming"))


async def render(to: Addressee, letter: FiguresPublished) -> Sequence[Effect]:
    """Void for a person who is not of the council any more, and where a chat is dangerous by now."""
    try:
        table = await figures.read(to.tx, to.person_id, letter.community, letter.period.isoformat())
    except NotFound:
        return []
    if table is None:
        return []
    place = community_name(to.say, community_at(to.register, table.community))

    async def gathered(tx: Transaction) -> Table:
        return table

    page = Made(f"{table.period.first:%Y-%m}.pdf", gathered, partial(page_of, to.say, place))
    opens = [[(to.say("figures-button"), FiguresPage(table.community))]]
    return [
        Show(Screen(to.say("figures-title"), lines_of(to, table), buttons=opens)),
        Show(Document(Rich(to.say("figures-page-here")), page)),
    ]


def page_of(say: Say, place: str, table: Table) -> bytes:
    return typeset(
        "figures",
        {
            "title": say("figures-title"),
            "language": say.language.value,
            "head": [place, *head_of(say, table)],
            "cases_title": say("figures-cases"),
            "cases": [[name, number(say, shown)] for name, shown in subjects_of(say, table)],
            "others_title": say("figures-others"),
            "others": [[name, value] for name, value in others_of(say, table)],
            "columns": [say("figures-column-what"), say("figures-column-count")],
            "notes": [say("figures-left-out"), say("figures-explained")],
        },
        table.published_at,
    )


async def failed(to: Addressee, letter: FiguresPublished) -> None:
    """A page that Telegram does not take: the table is in the bot all the same."""
    refusal = PlainText("figures-failed")
    to.tx.outbox.tell(PersonAt(to.person_id), refusal, dedupe=f"figures-failed:{letter.community}:{letter.period}")
