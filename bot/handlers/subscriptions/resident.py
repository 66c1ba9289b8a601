"""What a resident chooses for topics, and where notices that were sent are read again."""

from collections.abc import Sequence

from bot.domain.notices import URGENT, Notice
from bot.domain.residents import known_place
from bot.domain.subscriptions import Topic, is_subscribed
from bot.handlers import paging
from bot.handlers.notices.buttons import ReadNotice
from bot.handlers.people.buttons import Greeting
from bot.handlers.places import codes
from bot.handlers.residents.buttons import FindCommunity, Settings, home
from bot.handlers.subscriptions.buttons import (
    ComeBack,
    LatestNotices,
    LeaveAll,
    LeaveTopic,
    SetTopic,
    Topics,
    TurnTopic,
)
from bot.handlers.topics import topic_name
from bot.services import subscriptions
from bot.storage import people
from bot.storage import subscriptions as stored_subscriptions
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen

TOPICS_A_PAGE = 6

NOTICES_A_PAGE = 5


# Topics.


def page_of(topic: Topic) -> int:
    """The page of the list on which a topic is."""
    return list(Topic).index(topic) // TOPICS_A_PAGE


async def draw_topics(to: Addressee, button: Topics) -> Screen:
    say, choices = to.say, await stored_subscriptions.choices(to.tx, to.person_id)
    page = min(max(button.page, 0), (len(Topic) - 1) // TOPICS_A_PAGE)
    lines = [say("topics-explained"), ""]
    rows: list[list[Label]] = []
    for topic in paging.page_of(list(Topic), page, TOPICS_A_PAGE):
        name, on = topic_name(to.say, topic), is_subscribed(topic, choices)
        lines.append(say("topic-is-on" if on else "topic-is-off", topic=name))
        label = say("topic-turn-off-button" if on else "topic-turn-on-button", topic=name)
        rows.append([(label, SetTopic(topic, subscribed=not on))])
    rows += paging.turning(to, len(Topic), page, Topics(page - 1), Topics(page + 1), size=TOPICS_A_PAGE)
    if page == 0:
        any_on = any(is_subscribed(topic, choices) for topic in Topic)
        off, again = say("topics-leave-all-button"), say("topics-come-back-button")
        rows.append([(off, LeaveAll()) if any_on else (again, ComeBack(urgent_only=False))])
    return Screen(say("topics-title"), lines, buttons=[*rows, *paging.back(to, Settings())])


async def set_topic(context: Context, button: SetTopic) -> None:
    await turn(context, [button.topic], Topics(page_of(button.topic)), subscribed=button.subscribed)


async def turn_topic(context: Context, button: TurnTopic) -> None:
    await turn(context, [button.topic], button, subscribed=button.subscribed)


async def draw_topic(to: Addressee, button: TurnTopic) -> Screen:
    """The state of one topic. A discreet one is not named: it was left under a notice that does not name it either."""
    say, topic = to.say, button.topic
    on = is_subscribed(topic, await stored_subscriptions.choices(to.tx, to.person_id))
    lines = [] if topic.discreet else [topic_name(to.say, topic)]
    lines.append(say("topic-on" if on else "topic-off"))
    way_back: list[Label] = [(say("topic-off-button" if on else "topic-on-again-button"), TurnTopic(topic, not on))]
    everything: list[Label] = [(say("topics-button"), Topics(page_of(topic)))]
    return Screen(say("topic-on-title" if on else "topic-off-title"), lines, buttons=[way_back, everything])


async def leave_all(context: Context, button: LeaveAll) -> None:
    await turn(context, list(Topic), button, subscribed=False)


async def draw_all_left(to: Addressee, button: LeaveAll) -> Screen:
    say = to.say
    lines = [say("topics-left-urgent", topics=urgent_topics(to)), say("topics-left")]
    rows: list[list[Label]] = [
        [(say("topics-urgent-button"), ComeBack(urgent_only=True))],
        [(say("topics-come-back-button"), ComeBack(urgent_only=False))],
    ]
    return Screen(say("topics-left-title"), lines, buttons=[*rows, *await ways_on(to)])


async def come_back(context: Context, button: ComeBack) -> None:
    topics = [topic for topic in Topic if (topic in URGENT if button.urgent_only else topic.on_by_itself)]
    await turn(context, topics, button, subscribed=True)


async def draw_back_again(to: Addressee, button: ComeBack) -> Screen:
    say = to.say
    line = say("topics-urgent-on", topics=urgent_topics(to)) if button.urgent_only else say("topics-back")
    return Screen(say("topics-back-title"), [line], buttons=await ways_on(to))


def urgent_topics(to: Addressee) -> str:
    return ", ".join(topic_name(to.say, topic) for topic in Topic if topic in URGENT)


async def ways_on(to: Addressee) -> list[list[Label]]:
    actor = await people.known(to.tx, to.person_id)
    return [[(to.say("topics-button"), Topics(0))], [(to.say("back-button"), home(actor))]]


async def turn(context: Context, topics: Sequence[Topic], screen: Button, *, subscribed: bool) -> None:
    """What is kept about a person needs the consent."""
    if not context.actor.has_consented:
        context.show(Greeting(*codes(known_place(context.actor))))
        return
    await subscriptions.turn(context.tx, context.actor, topics, subscribed=subscribed)
    context.show(screen)


async def leave_topic(context: Context, button: LeaveTopic) -> None:
    """The way back is a message of its own. Asks for no consent: nobody has to agree to anything to be left alone."""
    await subscriptions.turn(context.tx, context.actor, [button.topic], subscribed=False)
    context.answer(context.say("topic-off-title"))
    context.show(TurnTopic(button.topic, subscribed=False), as_new=True)


# Notices that were sent.


async def draw_latest(to: Addressee, button: LatestNotices) -> Screen:
    say, actor = to.say, await people.known(to.tx, to.person_id)
    below = await ways_on(to)
    if known_place(actor) is None:
        below[0] = [(say("find-community-button"), FindCommunity())]
        return Screen(say("latest-notices-title"), [say("latest-notices-need-community")], buttons=below)
    page = max(button.page, 0)
    found = await stored_subscriptions.latest(to.tx, to.person_id, page * NOTICES_A_PAGE, NOTICES_A_PAGE + 1)
    if not found:
        return Screen(say("latest-notices-title"), [say("latest-notices-none")], buttons=below)
    shown = list(enumerate(found[:NOTICES_A_PAGE], page * NOTICES_A_PAGE + 1))
    lines = [notice_line(to, number, each) for number, each in shown]
    rows: list[list[Label]] = [
        [(say("latest-notice-button", number=number, topic=shown_topic(to, each)), ReadNotice(each.id))]
        for number, each in shown
    ]
    count = page * NOTICES_A_PAGE + len(found)
    rows += paging.turning(to, count, page, LatestNotices(page - 1), LatestNotices(page + 1), size=NOTICES_A_PAGE)
    return Screen(say("latest-notices-title"), lines, buttons=[*rows, *below])


def shown_topic(to: Addressee, notice: Notice) -> str:
    """A discreet topic stays behind the button."""
    return to.say("latest-notice-discreet") if notice.topic.discreet else topic_name(to.say, notice.topic)


def notice_line(to: Addressee, number: int, notice: Notice) -> str:
    time = to.say.datetime(notice.sent_at or notice.created_at)
    return to.say("latest-notice", number=number, topic=shown_topic(to, notice), time=time)
