"""Buttons of cases. Codes are short because a button carries 64 bytes at most."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.cases import Act, Category
from bot.domain.emergency_phrases import Emergency
from bot.domain.ids import CaseId, CaseMessageId, OfficerId
from bot.surface.buttons import Button

# The resident's.


@dataclass(frozen=True, slots=True)
class NewReport(Button, code="cr"):
    """Choose what it is about."""


@dataclass(frozen=True, slots=True)
class MoreTopics(Button, code="crm"):
    """The same, of the topics that fewer people choose."""


@dataclass(frozen=True, slots=True)
class ChooseCategory(Button, code="cc"):
    category: Category
    warned: bool  # the emergency card has been shown


@dataclass(frozen=True, slots=True)
class NewQuestion(Button, code="cq"):
    """Ask without choosing a category."""


@dataclass(frozen=True, slots=True)
class Preview(Button, code="cp"):
    """What has been put into a draft so far, and how to send it."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class LeaveDraft(Button, code="cld"):
    """Back from a draft: what it holds stays in it."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class LeftDraft(Button, code="cll"):
    """That it is kept, with the way back to it, above the topics of a report or without them."""

    case_id: CaseId
    topics: bool


@dataclass(frozen=True, slots=True)
class ChangeTopic(Button, code="crt"):
    """Choose what a draft is about that was written before that."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class TakeOver(Button, code="cto"):
    """What another draft holds belongs to this one."""

    case_id: CaseId
    other_id: CaseId


@dataclass(frozen=True, slots=True)
class AboutWhom(Button, code="cf"):
    """Choose whom a complaint is about."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class SetAbout(Button, code="cz"):
    """It is about this officer; or, without one, about who coordinates here, or about nobody in particular."""

    case_id: CaseId
    officer_id: OfficerId  # 0: none
    coordinators: bool


@dataclass(frozen=True, slots=True)
class SendUnnamed(Button, code="cu"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class SendNamed(Button, code="cn"):
    """Ask for the name, then send."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class CancelDraft(Button, code="cx"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class SentCase(Button, code="cs"):
    """The confirmation: the number and what happens next."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Reopen(Button, code="co"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Rate(Button, code="ct"):
    case_id: CaseId
    rating: int  # 1 to 5


@dataclass(frozen=True, slots=True)
class Comment(Button, code="cj"):
    """The next message is the comment on the rating."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class CommentSaid(Button, code="cjs"):
    """Thanks for the comment on the rating, with what can still be done."""

    case_id: CaseId


class Kept(StrEnum):
    """What becomes of a message that mentions an emergency, as the card with the numbers says."""

    NOT = "0"
    KEPT = "1"
    SENT = "2"  # to the officer who has the case


@dataclass(frozen=True, slots=True)
class EmergencyCard(Button, code="ce"):
    """Emergency numbers: shown before anything else when a message mentions an emergency."""

    emergency: Emergency
    kept: Kept


@dataclass(frozen=True, slots=True)
class MyCases(Button, code="cm"):
    page: int  # from 0


@dataclass(frozen=True, slots=True)
class OpenCase(Button, code="cv"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class OwnHistory(Button, code="ci"):
    """What both sides said: what comes after, or (`back`) before, this message. `edge`: its id; 0: the newest page."""

    case_id: CaseId
    edge: int = 0
    back: bool = True


@dataclass(frozen=True, slots=True)
class AddTo(Button, code="ca"):
    """The next messages are for this case."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class AskClose(Button, code="ck"):
    """Close it, really?"""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class CloseOwn(Button, code="cl"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class OpenMessage(Button, code="ch"):
    """Show a message of the case."""

    message_id: CaseMessageId


@dataclass(frozen=True, slots=True)
class HideMessage(Button, code="cb"):
    """Take it out of the chat again."""

    message_id: CaseMessageId


@dataclass(frozen=True, slots=True)
class ToWhom(Button, code="cw"):
    """Which case do these messages belong to?"""

    draft_id: CaseId


@dataclass(frozen=True, slots=True)
class NextStep(Button, code="cns"):
    """On to the one step that is missing before these messages can be sent."""

    draft_id: CaseId


@dataclass(frozen=True, slots=True)
class ReopenWith(Button, code="crw"):
    """They are for a case that has ended: it is reopened."""

    draft_id: CaseId
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class GiveTo(Button, code="cg"):
    """They belong to an open case."""

    draft_id: CaseId
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class AsNewQuestion(Button, code="cy"):
    draft_id: CaseId


@dataclass(frozen=True, slots=True)
class CaseConsent(Button, code="cvc"):
    """The text of the consent under which one's own case was sent."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Appeal(Button, code="cpa"):
    """Ask the coordinators to look at a pause of the case."""

    case_id: CaseId


# The desk's.


@dataclass(frozen=True, slots=True)
class Accept(Button, code="da"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Answer(Button, code="dw"):
    """The next message answers this case."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Ask(Button, code="dq"):
    """The next message asks the resident of this case."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Decline(Button, code="dd"):
    """The next message is the reason."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class AddWords(Button, code="daw"):
    """«Дописати за людину»: the next message was said by the person of a call or a visit."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class CloseWith(Button, code="dcw"):
    """«Закрити зі словами»: the next message is the last answer, and ends the case."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Writing(Button, code="dp"):
    """What is waited for, and the way out of it."""

    case_id: CaseId
    act: Act


@dataclass(frozen=True, slots=True)
class CancelWriting(Button, code="dx"):
    """Nothing is written for this case after all."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Close(Button, code="dc"):
    case_id: CaseId
    sure: bool  # the desk has been asked whether it may stay without an answer


@dataclass(frozen=True, slots=True)
class ConfirmClose(Button, code="dz"):
    """May the case be closed though its resident's last message has no answer?"""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class CrimeSigns(Button, code="ds"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class OfferAdvice(Button, code="dv"):
    """Shall the resident get the text about 102 and the station?"""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class SendAdvice(Button, code="dg"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class LeaveIt(Button, code="dn"):
    """No to a question of the desk: nothing is done."""


@dataclass(frozen=True, slots=True)
class Pause(Button, code="dpa"):
    """For how long shall the case be paused? And once it is: until when."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class PauseFor(Button, code="dpf"):
    """The next message is the reason for which the case is paused for so many days."""

    case_id: CaseId
    days: int


@dataclass(frozen=True, slots=True)
class CancelPause(Button, code="dpx"):
    """The case is not paused after all."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class LiftPause(Button, code="dpl"):
    case_id: CaseId


@dataclass(frozen=True, slots=True)
class PauseList(Button, code="dpc"):
    """All that is paused where one coordinates."""

    page: int  # from 0


@dataclass(frozen=True, slots=True)
class AgreeToEnd(Button, code="dj"):
    """Let a complaint end as another coordinator proposed."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class RefuseToEnd(Button, code="dm"):
    """Do not: the complaint goes on."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Hold(Button, code="dho"):
    """For how long shall the text of the case be kept past its term?"""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class HoldFor(Button, code="dhf"):
    """The next message is the reason for which it is kept so many months."""

    case_id: CaseId
    months: int


@dataclass(frozen=True, slots=True)
class CancelHold(Button, code="dhx"):
    """It is not kept after all."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class HoldPage(Button, code="dhp"):
    """The hold of a case: until when and why."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class Prolong(Button, code="dhm"):
    case_id: CaseId
    months: int


@dataclass(frozen=True, slots=True)
class EndHold(Button, code="dhe"):
    case_id: CaseId
    sure: bool


@dataclass(frozen=True, slots=True)
class ConfirmEndHold(Button, code="dhc"):
    """What becomes of the case when its hold ends now."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class HoldList(Button, code="dhl"):
    """All whose text is kept longer where one coordinates."""

    page: int  # from 0


@dataclass(frozen=True, slots=True)
class History(Button, code="dh"):
    """A case's history as a message of its own: the card stays."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class MoreActs(Button, code="dy"):
    """What is done less often with a case."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class DeskCase(Button, code="do"):
    """A page of a case's history, with what can be done: what comes after, or (`back`) before, this part of an entry.

    `edge`: as in `storage.case_history`; 0: the newest page. Long messages have several parts, counted from 0.
    """

    case_id: CaseId
    edge: int = 0
    part: int = 0
    back: bool = True


@dataclass(frozen=True, slots=True)
class ShowFiles(Button, code="df"):
    """Send once more the files that a page of the history names; the page as in DeskCase."""

    case_id: CaseId
    edge: int = 0
    part: int = 0
    back: bool = True


@dataclass(frozen=True, slots=True)
class PlainWords(Button, code="dr"):
    """What a case's resident wrote, as a message that can be copied: for the register of crimes. Noted."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class AnswerWith(Button, code="dt"):
    """What was written is for this case."""

    case_id: CaseId
    first: int  # the message with which it begins


@dataclass(frozen=True, slots=True)
class ThrowAway(Button, code="dk"):
    """What was written is for no case."""

    first: int


@dataclass(frozen=True, slots=True)
class FindText(Button, code="dkf"):
    """What was written is for no case: it is searched for."""

    first: int


def case_payload(case_id: CaseId) -> str:
    """What a link carries that opens a case at its desk."""
    return f"d-{case_id}"
