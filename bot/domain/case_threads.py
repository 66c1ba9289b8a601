"""The thread of a case: where the bot has topics in private chats, an officer's chat has one for each case.

"Thread" is what Telegram's API calls a topic; a topic here is what a notice or a report is about.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.domain.cases import Case, Status
from bot.domain.ids import CaseId, ChatId

ICONS: Mapping[Status, str] = {
    Status.NEW: "❗️",
    Status.IN_WORK: "📝",
    Status.WAITING: "💬",
    Status.ANSWERED: "✍️",
    Status.CLOSED: "✅",
    Status.DECLINED: "🏁",
    Status.FORWARDED: "📁",
    Status.MERGED: "📁",
}
DANGER = "‼️"


@dataclass(frozen=True, slots=True)
class Look:
    """What a thread shows in the list of threads: its name, and an emoji as its icon. Only an open case gets one."""

    name: str
    icon: str
    is_open: bool = True


@dataclass(frozen=True, slots=True)
class CaseThread:
    """Where a chat has a case. Without a `thread_id`, Telegram refused to make a thread."""

    case_id: CaseId
    chat_id: ChatId
    thread_id: int | None
    name: str
    icon: str
    opened_at: datetime
    has_card: bool

    def shows(self, look: Look) -> bool:
        return (self.name, self.icon) == (look.name, look.icon)


def icon_of(case: Case) -> str:
    """The state of a case; of danger that nobody has taken up yet, that."""
    return DANGER if case.emergency and case.status is Status.NEW else ICONS.get(case.status, "")
