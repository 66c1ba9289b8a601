"""Buttons of notices. A form's buttons name the draft; `notice_id` 0 is one that has not begun."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import NoticeId
from bot.domain.languages import Language
from bot.domain.subscriptions import Topic
from bot.surface.buttons import Button


class Side(StrEnum):
    """The role in which a person writes who has both; the values are in buttons: short."""

    OFFICER = "o"
    COORDINATOR = "c"


@dataclass(frozen=True, slots=True)
class NoticesHome(Button, code="nh"):
    """A new notice, and those that were written."""

    side: Side


# The form, in the order of its steps.


@dataclass(frozen=True, slots=True)
class ChooseTopic(Button, code="nt"):
    notice_id: NoticeId
    side: Side


@dataclass(frozen=True, slots=True)
class TakeTopic(Button, code="nk"):
    notice_id: NoticeId
    side: Side
    topic: Topic


@dataclass(frozen=True, slots=True)
class ChooseUrgency(Button, code="ny"):
    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class TakeUrgency(Button, code="nu"):
    notice_id: NoticeId
    urgent: bool


@dataclass(frozen=True, slots=True)
class WriteText(Button, code="nw"):
    """The next messages are the notice."""

    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class ClearText(Button, code="nz"):
    """Write it again."""

    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class WriteEnglish(Button, code="ne"):
    """The next message is the notice in English."""

    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class SkipEnglish(Button, code="nf"):
    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class Audience(Button, code="na"):
    """The areas or communities that the author may speak to, ticked or not."""

    notice_id: NoticeId
    page: int


@dataclass(frozen=True, slots=True)
class TickAll(Button, code="nl"):
    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class UnitPage(Button, code="ni"):
    """An area's or a community's settlements. `unit`: the area's id, or the community's code."""

    notice_id: NoticeId
    unit: str
    page: int


@dataclass(frozen=True, slots=True)
class TickUnit(Button, code="nb"):
    """All of an area or a community."""

    notice_id: NoticeId
    unit: str
    page: int


@dataclass(frozen=True, slots=True)
class TickSettlement(Button, code="nj"):
    """One settlement of it; an empty one means those who named none."""

    notice_id: NoticeId
    unit: str
    settlement: str
    page: int


@dataclass(frozen=True, slots=True)
class TakeChats(Button, code="nc"):
    """Groups and channels, too, or not."""

    notice_id: NoticeId
    chats: bool


@dataclass(frozen=True, slots=True)
class ChooseTime(Button, code="nm"):
    """When it goes; a day and a time may be typed."""

    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class TakeTime(Button, code="nn"):
    """`minutes` since 1970; 0: immediately."""

    notice_id: NoticeId
    minutes: int


@dataclass(frozen=True, slots=True)
class ChooseEnd(Button, code="no"):
    """How long it holds; a day and a time may be typed."""

    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class TakeEnd(Button, code="np"):
    """`days` from its time on; 0: without an end."""

    notice_id: NoticeId
    days: int


@dataclass(frozen=True, slots=True)
class PreviewNotice(Button, code="nv"):
    """As it will be received, and what sends it."""

    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class SendNotice(Button, code="ns"):
    """Of an urgent one, the word that confirms it is asked for. `version`: of the draft that was shown."""

    notice_id: NoticeId
    version: int


@dataclass(frozen=True, slots=True)
class CancelNotice(Button, code="nx"):
    """Throw the draft away."""

    notice_id: NoticeId


# What was written.


@dataclass(frozen=True, slots=True)
class NoticeList(Button, code="nd"):
    """One's own notices, or (`others`) all others' that one coordinates."""

    side: Side
    others: bool
    page: int


@dataclass(frozen=True, slots=True)
class NoticePage(Button, code="ng"):
    """The state of a notice, and what can be done."""

    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class ReadNotice(Button, code="nr"):
    """What it says, as it is received."""

    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class Pause(Button, code="nq"):
    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class Resume(Button, code="nqr"):
    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class Correct(Button, code="nco"):
    """The next message takes the place of the text in this language."""

    notice_id: NoticeId
    language: Language


@dataclass(frozen=True, slots=True)
class SendCorrection(Button, code="ncs"):
    notice_id: NoticeId
    language: Language


@dataclass(frozen=True, slots=True)
class AskWithdrawal(Button, code="nwa"):
    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class Withdraw(Button, code="nww"):
    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class AskFound(Button, code="nfa"):
    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class Found(Button, code="nff"):
    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class TakeBack(Button, code="ntb"):
    """Before it went."""

    notice_id: NoticeId


# A second coordinator's.


@dataclass(frozen=True, slots=True)
class ConfirmNotice(Button, code="nsc"):
    """`version`: of the notice that was shown."""

    notice_id: NoticeId
    version: int


@dataclass(frozen=True, slots=True)
class DeclineNotice(Button, code="nsd"):
    notice_id: NoticeId


# A reader's.


@dataclass(frozen=True, slots=True)
class OpenNotice(Button, code="nop"):
    """The text of a discreet notice, which does not come unasked."""

    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class HideNotice(Button, code="nhi"):
    """Take it out of the chat again."""

    notice_id: NoticeId


# What a council proposes.


@dataclass(frozen=True, slots=True)
class ProposeNotice(Button, code="npr"):
    """What it is about is chosen next."""

    community: str


@dataclass(frozen=True, slots=True)
class ProposeTopic(Button, code="npt"):
    """The next message is the notice."""

    community: str
    topic: Topic


@dataclass(frozen=True, slots=True)
class TakeProposal(Button, code="npy"):
    """It is a draft of the person who presses, from its text on."""

    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class RefuseProposal(Button, code="npn"):
    """The next message says why."""

    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class CouncilNotices(Button, code="npl"):
    """What residents of a community were sent, for its council."""

    community: str
    page: int
