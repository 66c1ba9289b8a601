"""What either side of a case does to what was said: changes it, or reacts to it."""

from telegram import Message, MessageReactionUpdated, ReactionTypeEmoji

from bot.domain.cases import Side
from bot.handlers.cases.resident import passable, warned_first
from bot.services.cases import talk
from bot.storage import cases as stored
from bot.storage.copies import found_at
from bot.telegram.bodies import body_of
from bot.telegram.context import Context


async def edit(context: Context, message: Message) -> None:
    """A message that belongs to no case may say what it likes by now."""
    found = await found_at(context.tx, context.actor.chat_id, message.message_id)
    said = await stored.message(context.tx, found.case_message_id) if found and found.case_message_id else None
    body = body_of(message)
    if said is None or body is None:
        context.turn.facts["unused"] = 1
        return
    if said.direction is not Side.RESIDENT:
        await talk.edit(context.tx, context.actor, said, body)
        return
    async with warned_first(context, message, said.case_id, body):
        await talk.edit(context.tx, context.actor, said, passable(message))


async def react(context: Context, reaction: MessageReactionUpdated) -> None:
    """The newest plain emoji passes; custom and paid ones say nothing that could be set on the other side."""
    found = await found_at(context.tx, context.actor.chat_id, reaction.message_id)
    emojis = [each.emoji for each in reaction.new_reaction if isinstance(each, ReactionTypeEmoji)]
    if found is None or found.case_message_id is None or (reaction.new_reaction and not emojis):
        context.turn.facts["unused"] = 1
        return
    emoji = emojis[-1] if emojis else ""
    await talk.react(context.tx, context.actor, found.case_id, found.case_message_id, emoji)
