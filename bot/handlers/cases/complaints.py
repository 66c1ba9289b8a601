"""Complaints: whom one is about, as its resident says, and the second word without which no coordinator ends one."""

from collections.abc import Sequence

from bot.domain.case_letters import ComplaintRead, EndingProposed, EndingRefused
from bot.domain.cases import Category
from bot.domain.ids import OfficerId
from bot.domain.letters import PersonAt, PlainText
from bot.domain.refusals import NotFound
from bot.handlers.cases.buttons import AboutWhom, AgreeToEnd, History, Preview, RefuseToEnd, SetAbout
from bot.handlers.cases.cards import pushed_title
from bot.handlers.cases.previews import draft_seen
from bot.handlers.paging import back_row
from bot.handlers.references import text_of
from bot.services.cases import access, complaints, drafts, moves
from bot.storage import officers
from bot.surface.context import Context
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen

NO_OFFICER = OfficerId(0)

# Whom it is about.


async def ask_about_whom(context: Context, button: AboutWhom) -> None:
    draft = await access.own_draft(context.tx, context.actor, button.case_id)
    if draft.category is not Category.COMPLAINT:
        raise NotFound
    context.show(button)


async def draw_about_whom(to: Addressee, button: AboutWhom) -> Screen:
    case = await draft_seen(to, button.case_id)
    say = to.say
    cards = await officers.public_of_community(to.tx, case.community) if case.community is not None else []
    rows: list[list[Label]] = [
        [
            (
                say("officer-who", rank=say.rank(card.rank), name=say.person(card.name)),
                SetAbout(case.id, card.id, coordinators=False),
            )
        ]
        for card in cards
    ]
    rows.append([(say("complaint-of-coordinators-button"), SetAbout(case.id, NO_OFFICER, coordinators=True))])
    rows.append([(say("complaint-of-nobody-button"), SetAbout(case.id, NO_OFFICER, coordinators=False))])
    lines = [say("complaint-about-whom")]
    return Screen(say("complaint-about-title"), lines, buttons=[*rows, back_row(to, Preview(case.id))])


async def set_about(context: Context, button: SetAbout) -> None:
    if button.officer_id != NO_OFFICER:
        await drafts.name_officer(context.tx, context.actor, button.case_id, button.officer_id)
    elif button.coordinators:
        await drafts.name_coordinators(context.tx, context.actor, button.case_id)
    else:
        await drafts.name_nobody(context.tx, context.actor, button.case_id)
    context.show(Preview(button.case_id))


# The second word.


async def render_ending_proposed(to: Addressee, letter: EndingProposed) -> Sequence[Effect]:
    """Only as long as it waits: one that lapsed asks for nothing."""
    found = await complaints.waiting_for(to.tx, to.person_id, letter.case_id)
    if found is None:
        return []
    case, ending = found
    say = to.say
    words = text_of(to.say, ending.reason) if ending.reason else Rich("")
    buttons: list[list[Label]] = [
        [(say("queue-open-button"), History(case.id))],
        [(say("complaint-agree-button"), AgreeToEnd(case.id)), (say("complaint-refuse-button"), RefuseToEnd(case.id))],
    ]
    return [Show(Screen(pushed_title(to, case), [say(f"complaint-proposed-{ending.act}")], words, buttons))]


async def proposed_failed(to: Addressee, letter: EndingProposed) -> None:
    """Its proposer learns that nobody reads it who could agree."""
    case, proposer = await access.named(to.tx, letter.case_id), await complaints.proposer(to.tx, letter.case_id)
    if case is not None and proposer is not None and not await complaints.is_read_by_another(to.tx, case.id, proposer):
        apology = PlainText("complaint-ending-unread", {"number": case.number or ""})
        to.tx.outbox.tell(PersonAt(proposer), apology, dedupe=f"{apology.key}:{case.id}")


async def agree(context: Context, button: AgreeToEnd) -> None:
    await moves.agree(context.tx, context.actor, button.case_id)
    context.show(button)


async def refuse(context: Context, button: RefuseToEnd) -> None:
    await complaints.refuse(context.tx, context.actor, button.case_id)
    context.show(button)


async def draw_decided(to: Addressee, button: AgreeToEnd | RefuseToEnd) -> Screen:
    key = "complaint-agreed" if isinstance(button, AgreeToEnd) else "complaint-goes-on"
    return Screen(lines=[to.say(key, number=await number_of(to, button))])


async def number_of(to: Addressee, about: AgreeToEnd | RefuseToEnd | ComplaintRead | EndingRefused) -> str:
    """Its number, for a coordinator whom it cannot be about, also where another person works it. Raises NotFound."""
    return (await complaints.readable(to.tx, to.person_id, about.case_id)).number or ""


async def render_read(to: Addressee, letter: ComplaintRead) -> Sequence[Effect]:
    return await told(to, letter, "complaint-read-by-another")


async def render_refused(to: Addressee, letter: EndingRefused) -> Sequence[Effect]:
    return await told(to, letter, "complaint-ending-refused")


async def told(to: Addressee, letter: ComplaintRead | EndingRefused, key: str) -> Sequence[Effect]:
    try:
        number = await number_of(to, letter)
    except NotFound:
        return []
    return [Show(Screen(lines=[to.say(key, number=number)]))]
