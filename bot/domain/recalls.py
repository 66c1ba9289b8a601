"""Taking back an answer: the desk's last one, as long as Telegram lets the bot delete it from the resident's chat.

Its words stay in the case for the desk, marked, because they were said; the resident reads only that it was taken back.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.cases import Act, Case, CaseMessage, Side, Status, stopped_or_not
from bot.domain.ids import CaseMessageId
from bot.domain.letters import Letter
from bot.domain.policy import CasePolicy
from bot.domain.refusals import Refusal
from bot.domain.working_time import due_after

RECALLED_WITHIN = timedelta(hours=47)  # of its delivery: Telegram's limit is 48, and the letter may wait


@dataclass(frozen=True, slots=True)
class AnswerRecalled(Letter):
    """To the resident of a case: this message goes out of the chat, with its whole album. Where they may have read it,
    they are told.
    """

    message_id: CaseMessageId


class AlreadyRecalled(Refusal):
    """An answer is taken back once."""

    key = "recall-done-already"


class OnlyTheLast(Refusal):
    """What was said before the last answer stays."""

    key = "recall-only-last"


class RecallTooLate(Refusal):
    """Telegram deletes nothing that is so old."""

    key = "recall-too-late"


def can_recall(message: CaseMessage, now: datetime) -> bool:
    """Whether it can still be taken out of the resident's chat, or never came there."""
    return message.delivered_at is None or now - message.delivered_at <= RECALLED_WITHIN


def after_recall(
    case: Case, last_said: Act | None, unanswered_since: datetime | None, now: datetime, policy: CasePolicy
) -> Case:
    """The case once an answer is gone: as it would be without that answer.

    `last_said`: whether what the desk said before answers or asks. `unanswered_since`: when its resident first wrote
    after that, if they did; from then on an answer is owed.
    """
    if last_said is None:
        case = replace(case, first_answered_at=None)
    if case.status not in (Status.ANSWERED, Status.WAITING):
        return case
    if unanswered_since is not None or last_said is None:
        owed = unanswered_since is not None and case.expects_answer
        term = policy.due_times_of(case.subject).answer
        due = due_after(unanswered_since or now, term, policy.working_time) if owed else None
        return replace(
            stopped_or_not(case, Status.IN_WORK, now, policy),
            status=Status.IN_WORK,
            waits_for=Side.OFFICER,
            answer_due=due,
            answer_reminded=None,
            overdue_told_at=None,
            touched_at=now,
        )
    if last_said is Act.ASK:
        waiting = stopped_or_not(case, Status.WAITING, now, policy)
        return replace(waiting, status=Status.WAITING, waits_for=Side.RESIDENT)
    return replace(stopped_or_not(case, Status.ANSWERED, now, policy), status=Status.ANSWERED, waits_for=None)
