"""The directory, where a coordinator begins: the form, the export, and sending a file."""

from collections.abc import Sequence
from functools import partial

from bot.domain.bodies import File, Kind
from bot.domain.directory import DirectoryFile, Paper, SendingDirectory, SpreadsheetExpected
from bot.domain.directory_known import Known
from bot.domain.people import require_coordinator
from bot.domain.refusals import NotFound
from bot.handlers.communities.buttons import CoordinatorHome
from bot.handlers.directory.buttons import DirectoryHome, GetPaper, SendFile
from bot.handlers.directory.workbook import export_of, form_of
from bot.handlers.paging import back
from bot.services import directory as acts
from bot.services import directory_imports as imports
from bot.services.communities import coordinator_parts
from bot.services.directory import Author
from bot.storage import dialogs
from bot.storage.transaction import Transaction
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.outgoing import Document, Effect, Made, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen

RECEIVED = "👀"


async def look(context: Context, button: Button) -> None:
    """Show a screen, which checks the right to it; no file is waited for any more."""
    await dialogs.leave(context.tx, context.actor, SendingDirectory)
    context.show(button)


async def draw_home(to: Addressee, button: DirectoryHome) -> Screen:
    await coordinator_parts(to.tx, to.person_id)
    say = to.say
    rows: list[list[Label]] = [
        [(say("directory-template-button"), GetPaper(Paper.TEMPLATE))],
        [(say("directory-export-button"), GetPaper(Paper.EXPORT))],
        [(say("directory-send-button"), SendFile())],
        *back(to, CoordinatorHome()),
    ]
    return Screen(say("directory-title"), [say("directory-about"), say("directory-stays")], buttons=rows)


# As a file.


async def get_paper(context: Context, button: GetPaper) -> None:
    """One that is on its way is enough."""
    require_coordinator(context.actor)
    context.tell(DirectoryFile(button.paper), once=f"directory:{button.paper}")
    context.answer(context.say("directory-file-coming"))


async def render_paper(to: Addressee, letter: DirectoryFile) -> Sequence[Effect]:
    """Void for a person who coordinates nothing by then."""
    try:
        author = await Author.of(to.tx, to.person_id)
    except NotFound:
        return []
    made = export(to) if letter.paper is Paper.EXPORT else template(to, author)
    return [Show(Document(Rich(to.say(f"directory-{letter.paper}-here")), made))]


def export(to: Addressee) -> Made[list[Known]]:
    gather = partial(acts.export_for, person_id=to.person_id)
    return Made(to.say("directory-file-name"), gather, partial(export_of, to.say, to.register))


def template(to: Addressee, author: Author) -> Made[None]:
    communities, say = author.within(to.register), to.say
    return Made(to.say("directory-file-name"), nothing, lambda _: form_of(say, communities, {}))


async def nothing(tx: Transaction) -> None:
    """The empty form is made of the register alone."""


# Sending one.


async def ask_file(context: Context, button: SendFile) -> None:
    require_coordinator(context.actor)
    await dialogs.begin(context.tx, context.actor, SendingDirectory())
    context.show(button)


async def draw_ask_file(to: Addressee, button: SendFile) -> Screen:
    await coordinator_parts(to.tx, to.person_id)
    lines = [to.say("directory-ask-file"), to.say("directory-ask-file-checked")]
    return Screen(to.say("directory-ask-file-title"), lines, buttons=[[(to.say("cancel-button"), DirectoryHome())]])


async def take_file(context: Context, message: PrivateMessage, dialog: SendingDirectory) -> None:
    await imports.receive(context.tx, context.actor, file_of(message))
    await dialogs.end(context.tx, context.actor)
    context.sign(message.message_id, RECEIVED)


def file_of(message: PrivateMessage) -> File:
    """Raises SpreadsheetExpected for anything but one file."""
    body = message.body
    if body is None or body.kind is not Kind.DOCUMENT or body.file is None or message.album is not None:
        raise SpreadsheetExpected
    return body.file
