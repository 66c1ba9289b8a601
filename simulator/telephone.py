"""A telephone drawn in plain text, for failures and for the demo."""

from textwrap import wrap

from telegram import InlineKeyboardMarkup

from simulator.chats import Bubble, Conversation
from simulator.files import KINDS

WIDTH = 60
_SHOWN = (*KINDS, "venue", "location", "contact")


def draw(name: str, chat: Conversation, last: int = 12) -> str:
    """The last messages of the chat, oldest first, with their buttons; below them the keyboard."""
    lines = [f"┌─ {name} ".ljust(WIDTH, "─") + "┐"]
    for bubble in list(chat.bubbles.values())[-last:]:
        lines += _bubble(bubble)
    if chat.keyboard is not None:
        lines.append("├".ljust(WIDTH, "─") + "┤")
        lines += ["│ " + " ".join(f"⟦{key.text}⟧" for key in row) for row in chat.keyboard.keyboard]
    if chat.blocked:
        lines.append("│ (the bot is blocked)")
    return "\n".join([*lines, "└".ljust(WIDTH, "─") + "┘"])


def _bubble(bubble: Bubble) -> list[str]:
    side = "│ ◂ " if bubble.from_bot else "│       ▸ "
    said = [f"↪ {bubble.reply_to.text[:40]}"] if bubble.reply_to is not None else []
    said += [f"[{kind}]" for kind in _SHOWN if kind in bubble.fields][:1]
    said += [part for line in bubble.text.splitlines() for part in wrap(line, WIDTH - len(side)) or [""]]
    marks = (" ✎" if bubble.edited else "") + "".join(f" {emoji}" for emoji in bubble.reactions)
    lines = [side + line for line in (said or [""])]
    lines[-1] += marks
    if isinstance(bubble.markup, InlineKeyboardMarkup):
        lines += ["│     " + " ".join(f"[{button.text}]" for button in row) for row in bubble.markup.inline_keyboard]
    return lines
