"""How an answer reaches a person who is not in the bot: it is read out or printed, which the officer notes."""

from collections.abc import Sequence
from functools import partial

from bot.domain.cases import Act, CaseMessage, MessageKind, Status
from bot.domain.ids import CaseId
from bot.domain.walk_ins import AnswerPrinted
from bot.handlers.cases.buttons import History
from bot.handlers.papers import paper_failed, paper_sent
from bot.handlers.references import in_plain_text
from bot.handlers.walk_ins.buttons import AnswerGiven, AnswerRead, HandAnswer, PrintAnswer
from bot.services import walk_ins
from bot.services.cases import access
from bot.services.walk_ins import ToPrint
from bot.storage import case_messages
from bot.surface.context import Context
from bot.surface.outgoing import Document, Effect, Made, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen
from bot.texts import Say
from bot.typesetting import typeset

TELLS_WHY = (Status.DECLINED, Status.FORWARDED)  # what is to be told is why it has ended


async def ask_how(context: Context, button: HandAnswer) -> None:
    await access.desk_case(context.tx, context.actor, button.case_id)
    context.show(button, as_new=True)


async def draw_how(to: Addressee, button: HandAnswer) -> Screen:
    """Asks; and says so once it was told, or comes to its person in the bot."""
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    say, number = to.say, case.number or ""
    history: list[Label] = [(say("desk-history-button"), History(case.id))]
    if not case.unclaimed and await case_messages.count_unread(to.tx, case.id) > 0:
        return Screen(number, [say("walk-in-claimed")], buttons=[history])
    if not await walk_ins.has_untold(to.tx, case):
        return Screen(number, [say("walk-in-all-told")], buttons=[history])
    rows: list[list[Label]] = [
        [(say("walk-in-read-button"), AnswerRead(case.id)), (say("walk-in-given-button"), AnswerGiven(case.id))],
        [(say("walk-in-print-button"), PrintAnswer(case.id))],
        history,
    ]
    how = f"walk-in-how-{case.status}" if case.status in TELLS_WHY else "walk-in-how"
    return Screen(number, [say(how)], buttons=rows)


async def note_read(context: Context, button: AnswerRead) -> None:
    await note(context, button.case_id, Act.READ_OUT)


async def note_given(context: Context, button: AnswerGiven) -> None:
    await note(context, button.case_id, Act.HAND_OUT)


async def note(context: Context, case_id: CaseId, how: Act) -> None:
    case = await walk_ins.hand_answer(context.tx, context.actor, case_id, how)
    context.answer(context.say("walk-in-noted"))
    context.show(HandAnswer(case.id))


# On paper.


async def print_answer(context: Context, button: PrintAnswer) -> None:
    await walk_ins.print_answer(context.tx, context.actor, button.case_id)
    context.answer(context.say("case-export-coming"))


async def render_printed(to: Addressee, letter: AnswerPrinted) -> Sequence[Effect]:
    case = await access.case_for(to.tx, to.party, to.person_id, letter.case_id)
    if case is None or not case.unclaimed:
        return []
    gather = partial(walk_ins.to_print, case_id=case.id, person_id=to.person_id)
    text = to.say("walk-in-printed", number=case.number or "")
    return [Show(Document(Rich(text), Made(f"{case.number}.pdf", gather, partial(page_of, to.say))))]


# The kinds of text with which a case ends, and what its person reads above them.
ENDS = {MessageKind.REASON: "case-moved-decline", MessageKind.FORWARD: "case-moved-forward"}


def told(say: Say, said: CaseMessage) -> list[str]:
    head = [say(ENDS[said.kind])] if said.kind in ENDS else []
    return [*head, in_plain_text(say, said.body, None)]


def page_of(say: Say, what: ToPrint) -> bytes:
    """In the language of the officer; a person who called has said none."""
    officer = what.officer
    signed = say("from-officer", rank=say.rank(officer.rank), name=say.person(officer.name)) if officer else ""
    phone = officer.phone if officer else None
    return typeset(
        "answer",
        {
            "title": say("answer-page-title", number=what.number),
            "language": say.language.value,
            "date": say.date(what.at),
            "texts": [text for each in what.said for text in told(say, each)],
            "signed": signed or say("desk-coordinator"),
            "contact": say("case-phone", phone=say.phone(phone)) if phone else "",
            "warning": say("answer-page-warning"),
        },
        what.at,
    )


async def printed(to: Addressee, letter: AnswerPrinted, sent: Sequence[Sent]) -> None:
    paper_sent(to, letter.case_id, sent)


async def failed(to: Addressee, letter: AnswerPrinted) -> None:
    await paper_failed(to, letter.case_id)
