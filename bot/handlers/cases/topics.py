"""«Про що хочете повідомити?»: the topic of a report, before anything is written or after it, and the way back to the
question from a draft.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.case_dialogs import AfterComplaint, ChoosingTopic, CollectingDraft
from bot.domain.case_refusals import ComplaintUnread
from bot.domain.cases import FIRST_CATEGORIES, Case, Category, Kind
from bot.domain.refusals import NotFound
from bot.handlers.cases.buttons import (
    ChangeTopic,
    ChooseCategory,
    LeaveDraft,
    LeftDraft,
    MoreTopics,
    NewReport,
    Preview,
)
from bot.handlers.cases.drafts import (
    begin,
    collect_for,
    collect_message,
    draft_of,
    is_complaint,
    open_draft,
    set_down,
    show_draft,
)
from bot.handlers.cases.may_write import is_unread, may_write, turn_away
from bot.handlers.cases.previews import contents_line, draft_seen
from bot.handlers.paging import back_row
from bot.handlers.people.buttons import Menu
from bot.services.cases import access, drafts, unsent
from bot.storage import case_messages, dialogs
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


async def report(context: Context) -> None:
    """The label of the menu."""
    await choose_category(context, NewReport())


async def choose_category(context: Context, button: NewReport | MoreTopics) -> None:
    if await may_write(context):
        draft = await open_draft(context)
        stays = draft is not None and await set_down(context, draft)
        await expect_topic(context, draft)
        context.show(LeftDraft(draft.id, topics=True) if draft is not None and stays else button)


async def expect_topic(context: Context, left: Case | None) -> None:
    """What comes before a topic is chosen is a report; not after a complaint that was `left`, which it may be."""
    if isinstance(context.actor.dialog, AfterComplaint) or is_complaint(left):
        await dialogs.begin(context.tx, context.actor, AfterComplaint())
    else:
        await dialogs.begin(context.tx, context.actor, ChoosingTopic())


async def draw_categories(to: Addressee, button: NewReport) -> Screen:
    more: list[Label] = [(to.say("report-more-button"), MoreTopics())]
    return categories(to, FIRST_CATEGORIES, [more, back_row(to, Menu())])


async def draw_more_categories(to: Addressee, button: MoreTopics) -> Screen:
    others = [category for category in Category if category not in FIRST_CATEGORIES]
    return categories(to, others, [back_row(to, NewReport())])


def categories(to: Addressee, shown: Sequence[Category], below: list[list[Label]]) -> Screen:
    labels: list[Label] = [
        (to.say(f"category-{category}"), ChooseCategory(category, warned=False)) for category in shown
    ]
    rows = [labels[at : at + 2] for at in range(0, len(labels), 2)]
    return Screen(to.say("report-title"), buttons=[*rows, *below])


async def begin_report(context: Context, button: ChooseCategory) -> None:
    """Where life may be at risk 102 comes first; what is typed before the next press belongs to the category all the
    same. After a complaint that nobody may read here nothing is sent to an officer unasked.
    """
    if not await may_write(context):
        return
    try:
        await set_topic(context, button)
    except ComplaintUnread as refusal:
        await dialogs.begin(context.tx, context.actor, AfterComplaint())
        context.refuse(refusal)


async def set_topic(context: Context, button: ChooseCategory) -> None:
    """Of the draft that is asked about, or of a new one. Raises ComplaintUnread, before anything is changed."""
    dialog = context.actor.dialog
    draft = await draft_of(context, dialog.case_id) if isinstance(dialog, ChoosingTopic) else None
    if draft is not None:
        await drafts.change_subject(context.tx, context.actor, draft.id, Kind.REPORT, button.category)
        await dialogs.begin(context.tx, context.actor, CollectingDraft(draft.id))
    if button.category.emergency_first and not button.warned:
        if draft is None:
            await collect_for(context, Kind.REPORT, button.category)
        context.show(button)
    elif draft is not None:
        show_draft(context, draft.id)
    else:
        await begin(context, Kind.REPORT, button.category, warned=button.warned)


async def change_topic(context: Context, button: ChangeTopic) -> None:
    """What a draft is about that was written before that was chosen. A complaint stays one. Raises NotFound."""
    draft = await drafts.look_at(context.tx, context.actor, button.case_id)
    if is_complaint(draft):
        raise NotFound
    if await may_write(context):
        await dialogs.begin(context.tx, context.actor, ChoosingTopic(draft.id))
        context.show(button)


async def draw_topics(to: Addressee, button: ChangeTopic) -> Screen:
    draft = await draft_seen(to, button.case_id)
    return categories(to, list(Category), [back_row(to, Preview(draft.id))])


async def report_without_topic(context: Context, message: PrivateMessage, dialog: ChoosingTopic) -> None:
    """What is written in place of choosing a topic."""
    if is_unread(context.actor):
        await turn_away(context, message)
        return
    draft = await draft_of(context, dialog.case_id)
    if draft is not None:
        await dialogs.begin(context.tx, context.actor, CollectingDraft(draft.id))
    case_id = draft.id if draft else (await collect_for(context, Kind.REPORT, Category.OTHER))[0]
    await collect_message(context, message, case_id)


async def leave(context: Context, button: LeaveDraft) -> None:
    """«‹ Назад»: a draft that holds something stays where it is shown, and the way back to it is below it."""
    draft = await access.own_draft(context.tx, context.actor, button.case_id)
    stays = await set_down(context, draft)
    if draft.kind is Kind.REPORT:
        await expect_topic(context, draft)
    if stays:
        context.show(LeftDraft(draft.id, draft.kind is Kind.REPORT), as_new=True)
    else:
        context.show(NewReport() if draft.kind is Kind.REPORT else Menu())


async def draw_left(to: Addressee, button: LeftDraft) -> Screen:
    """Where one was before the draft, and that it is kept."""
    draft, say = await draft_seen(to, button.case_id), to.say
    messages = await case_messages.of_case(to.tx, draft.id)
    discreet = await unsent.is_read_by_others(to.tx, draft.id)
    kept = say("draft-kept-discreetly") if discreet else contents_line(to, messages, "draft-kept")
    back: list[Label] = [(say("draft-open-button"), Preview(draft.id))]
    if button.topics:
        choice = await draw_categories(to, NewReport())
        return replace(choice, lines=[kept], buttons=[back, *choice.buttons])
    return Screen(lines=[kept], buttons=[back, back_row(to, Menu())])
