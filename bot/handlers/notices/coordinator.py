"""What a second coordinator does with an urgent notice to a whole oblast."""

from bot.handlers.notices.buttons import ConfirmNotice, DeclineNotice, NoticePage
from bot.services.notices import moves
from bot.telegram.context import Context


async def confirm(context: Context, button: ConfirmNotice) -> None:
    notice = await moves.confirm(context.tx, context.actor, button.notice_id, button.version)
    context.answer(context.say("notice-confirmed"))
    context.show(NoticePage(notice.id))


async def decline(context: Context, button: DeclineNotice) -> None:
    await moves.decline(context.tx, context.actor, button.notice_id)
    context.show(button)
