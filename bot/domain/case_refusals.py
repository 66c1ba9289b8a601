"""What is refused in a case, each with its text."""

from bot.domain.refusals import NotFound, Refusal


class CannotMove(Refusal):
    """The case is past that: another person was first, or it has ended."""

    key = "case-cannot-move"


class HasEnded(CannotMove):
    """Nothing is added to a case that has ended before it is reopened."""

    key = "case-has-ended"


class NoSuchCase(Refusal):
    """Nothing with this `number` is at this person's desk, whether or not there is such a case."""

    key = "desk-no-such-case"


class CannotReopen(Refusal):
    """The case was closed too long ago to be reopened."""

    key = "case-cannot-reopen"


class AlreadyRated(Refusal):
    key = "case-already-rated"


class DraftGone(NotFound):
    """There is no such draft any more, or never was: it was erased, or thrown away."""

    key = "draft-gone"


class NothingToSend(Refusal):
    """A draft without a text or a file."""

    key = "case-nothing-to-send"


class NotReadyToSend(Refusal):
    """Without a consent and a community nothing can be sent."""

    key = "case-not-ready-to-send"


class EditTooLate(Refusal):
    """What was said in a case that has ended stays as it was."""

    key = "case-edit-too-late"


class TooManyOpen(Refusal):
    """A person has as many open cases as one may: what was written stays a draft."""

    key = "case-too-many-open"


class TooManyToday(Refusal):
    """A person has sent as many cases within 24 hours as one may: what was written stays a draft."""

    key = "case-too-many-today"


class NeedsAName(Refusal):
    """A file may identify its sender: it goes with a name only, or as a photo, or as text."""

    key = "case-needs-a-name"


class ComplaintUnread(Refusal):
    """There is no coordinator who could read a complaint about an officer: it is not taken."""

    key = "case-complaint-unread"


class EndingWaits(Refusal):
    """A complaint's end was proposed already, and waits for a second coordinator."""

    key = "complaint-ending-waits"


class EndingLapsed(Refusal):
    """The end that was proposed for a complaint is no longer asked about."""

    key = "complaint-ending-lapsed"


class Erased(Refusal):
    """What was said in the case, or whose it was, is no longer kept: its time is over."""

    key = "case-erased"


class ErasedAsAsked(Erased):
    """The same, because its resident asked for it."""

    key = "case-erased-asked"


class Unlinked(Refusal):
    """Its resident has cut what led to them: no answer reaches them."""

    key = "case-unlinked"


class LinkKept(Refusal):
    """A case with a name has no link to cut: it is erased whole, or not."""

    key = "case-link-kept"


class TakenByAnother(Refusal):
    """Another officer accepted the case first."""

    key = "case-taken-by-another"
