"""A council proposes a notice; the person who may let it go takes it as a draft, or refuses it with a reason."""

from collections.abc import Sequence

from bot.domain.bodies import Kind
from bot.domain.languages import Language
from bot.domain.letters import PlainText
from bot.domain.notices import PROPOSABLE, NoText, NoticeProposed, ProposalDecided, ProposalLapsed, Status
from bot.domain.refusals import NotFound, TextExpected, found
from bot.domain.subscriptions import Topic
from bot.handlers.joining.buttons import JoiningPage
from bot.handlers.notices.buttons import (
    CouncilNotices,
    ProposeNotice,
    ProposeTopic,
    RefuseProposal,
    TakeProposal,
    WriteText,
)
from bot.handlers.notices.dialogs import ProposingNotice, RefusingProposal, Step
from bot.handlers.notices.form import ask, beginning
from bot.handlers.paging import PAGE, back, turning
from bot.handlers.people.buttons import Menu
from bot.handlers.places import community_at, community_name
from bot.handlers.topics import topic_name
from bot.services.notices import proposals
from bot.storage import council, dialogs
from bot.storage import notices as stored
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen

# The council.


async def look(context: Context, button: CouncilNotices) -> None:
    """The screen checks the right to the place."""
    context.show(button)


async def draw_list(to: Addressee, button: CouncilNotices) -> Screen:
    """What residents were sent, as it begins; of a discreet notice its topic alone."""
    member = found(await council.member(to.tx, to.person_id, button.community))
    sent = await stored.of_community(to.tx, member.community, PAGE + 1, max(button.page, 0) * PAGE)
    lines = [community_name(to.say, community_at(to.register, member.community))]
    for each in sent[:PAGE]:
        day = to.say.short_day(each.sent_at or each.created_at, to.tx.now)
        lines += ["", to.say("notice-sent-line", day=day, topic=topic_name(to.say, each.topic))]
        lines += [] if each.topic.discreet else beginning(to, await stored.content(to.tx, each.id))
    lines += [] if sent else [to.say("notices-none")]
    pages = [CouncilNotices(member.community, button.page + step) for step in (-1, 1)]
    rows = turning(to, max(button.page, 0) * PAGE + len(sent), button.page, *pages)
    return Screen(to.say("notice-sent-title"), lines, buttons=[*rows, *back(to, JoiningPage(member.community))])


async def choose(context: Context, button: ProposeNotice) -> None:
    await dialogs.leave(context.tx, context.actor, (ProposingNotice,))
    context.show(button)


async def draw_topics(to: Addressee, button: ProposeNotice) -> Screen:
    code = await proposals.place_of(to.tx, to.person_id, button.community)
    labels: list[Label] = [(topic_name(to.say, each), ProposeTopic(code, each)) for each in PROPOSABLE]
    rows = [labels[first : first + 2] for first in range(0, len(labels), 2)]
    lines = [community_name(to.say, community_at(to.register, code)), to.say("notice-proposal-choose-topic")]
    return Screen(to.say("notice-proposal-title"), lines, buttons=[*rows, *back(to, JoiningPage(code))])


async def ask_text(context: Context, button: ProposeTopic) -> None:
    code = await proposals.place_of(context.tx, context.actor.person_id, button.community, button.topic)
    await dialogs.begin(context.tx, context.actor, ProposingNotice(code, button.topic))
    context.show(button)


async def draw_ask_text(to: Addressee, button: ProposeTopic) -> Screen:
    code = await proposals.place_of(to.tx, to.person_id, button.community, button.topic)
    key = "notice-proposal-write-own" if button.topic is Topic.COMMUNITY else "notice-proposal-write"
    return Screen(topic_name(to.say, button.topic), [to.say(key)], buttons=back(to, ProposeNotice(code)))


async def take_text(context: Context, message: PrivateMessage, dialog: ProposingNotice) -> None:
    if message.body is None or message.body.kind is not Kind.TEXT:
        raise NoText
    status = await proposals.propose(
        context.tx, context.actor, context.tools.register, dialog.community, dialog.topic, message.body
    )
    await dialogs.end(context.tx, context.actor)
    context.tell(PlainText("notice-proposal-sent" if status is Status.PROPOSED else "notice-proposal-going"))


# The person who lets it go.


async def render(to: Addressee, letter: NoticeProposed) -> Sequence[Effect]:
    """Void where it was decided already, or by a person who may not decide it any more."""
    try:
        notice, _ = await proposals.proposed(to.tx, to.person_id, letter.notice_id)
    except (NotFound, ProposalDecided, ProposalLapsed):
        return []
    member = await council.member(to.tx, notice.person_id, notice.council or "")
    if member is None:
        return []
    say, content = to.say, await stored.content(to.tx, notice.id)
    by = say("notice-proposal-by", post=say(f"council-post-{member.post}"), name=say.person(member.name or ""))
    lines = [community_name(say, community_at(to.register, member.community)), by, topic_name(say, notice.topic)]
    body = content.in_language(Language.UK)
    rows: list[list[Label]] = [
        [(say("notice-proposal-take-button"), TakeProposal(notice.id))],
        [(say("notice-proposal-refuse-button"), RefuseProposal(notice.id))],
    ]
    return [Show(Screen(say("notice-proposal-came-title"), lines, Rich(body.text, body.entities), rows))]


async def failed(to: Addressee, letter: NoticeProposed) -> None:
    """The others who may let it go have it; while none has decided, it waits."""


async def take(context: Context, button: TakeProposal) -> None:
    await proposals.take(context.tx, context.actor, button.notice_id)
    await ask(context, Step.TEXT, button.notice_id, WriteText(button.notice_id))


async def ask_reason(context: Context, button: RefuseProposal) -> None:
    notice, _ = await proposals.proposed(context.tx, context.actor.person_id, button.notice_id)
    await dialogs.begin(context.tx, context.actor, RefusingProposal(notice.id))
    context.show(button, as_new=True)


async def draw_ask_reason(to: Addressee, button: RefuseProposal) -> Screen:
    await proposals.proposed(to.tx, to.person_id, button.notice_id)
    return Screen(to.say("notice-proposal-why-title"), [to.say("notice-proposal-why")], buttons=back(to, Menu()))


async def take_reason(context: Context, message: PrivateMessage, dialog: RefusingProposal) -> None:
    if message.body is None or message.body.kind is not Kind.TEXT:
        raise TextExpected
    await proposals.refuse(context.tx, context.actor, dialog.notice_id, message.text)
    await dialogs.end(context.tx, context.actor)
    context.tell(PlainText("notice-proposal-is-refused"))
