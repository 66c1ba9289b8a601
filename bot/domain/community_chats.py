"""Groups, forums and channels of a community: what the bot may do in one, and what it says there."""

from dataclasses import astuple, dataclass, replace
from datetime import timedelta
from enum import Enum, StrEnum, auto

from bot.domain.ids import ChatId, PersonId
from bot.domain.letters import Letter
from bot.domain.subscriptions import NOTICE_TOPICS

AT_FIRST = tuple(topic for topic in NOTICE_TOPICS if not topic.discreet)
"""The topics that a chat takes until a person chooses: of a discreet one no text appears in a chat unasked."""


UNASSIGNED_FOR = timedelta(hours=24)
"""How long the bot stays in a chat that is no community's."""

ASKED_FOR = timedelta(days=7)
"""How long it stays there once an officer was asked to link it."""

ASKED_AGAIN = timedelta(hours=24)
"""How long after one request for a chat the next one may be made."""


class ChatKind(StrEnum):
    """The values of `chats.kind` besides `private`."""

    GROUP = "group"
    FORUM = "forum"  # a group split into topics
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Rights:
    """What the bot may do in a chat: write, show photos and other files, pin. Outside it may do nothing."""

    inside: bool
    can_post: bool = False
    can_show: bool = False
    can_pin: bool = False

    @property
    def suffice(self) -> bool:
        """Whether a notice can be shown as it is. Pinning is a courtesy."""
        return self.inside and self.can_post and self.can_show

    def without(self, loss: "Loss") -> "Rights":
        """What is left after a refusal. A closed general topic lets the bot write nowhere."""
        match loss:
            case Loss.REMOVED:
                return OUTSIDE
            case Loss.FILES:
                return replace(self, can_show=False)
            case Loss.PINNING:
                return replace(self, can_pin=False)
            case Loss.RIGHTS | Loss.THREAD:
                return replace(self, can_post=False)

    def both(self, other: "Rights") -> "Rights":
        return Rights(*(mine and theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))


OUTSIDE = Rights(inside=False)


@dataclass(frozen=True, slots=True)
class Membership:
    """What Telegram reports of the bot's part in a chat. `telegram_id` is the chat's."""

    telegram_id: int
    kind: ChatKind
    title: str
    rights: Rights


@dataclass(frozen=True, slots=True)
class ChatSeen:
    """What Telegram answers when it is asked about a chat. `administrators`: their accounts, as far as it names them.

    `all_named`: none of them is left out. A bot that is no administrator is not shown those who stay anonymous, and in
    a channel it is shown none.
    """

    rights: Rights
    administrators: frozenset[int]
    all_named: bool


class Asked(StrEnum):
    """What a command in a chat asks for."""

    OFFICER = "officer"
    HOURS = "hours"
    HOTLINES = "hotlines"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class ChatAnswer(Letter):
    """To a chat: what a command there asked for. `with_words`: that nobody reads what was written behind it, too."""

    asked: Asked
    with_words: bool = False


@dataclass(frozen=True, slots=True)
class ChatGreeting(Letter):
    """To a group that the bot was let into. `expected`: by a person who may assign it."""

    expected: bool


@dataclass(frozen=True, slots=True)
class ChatBound(Letter):
    """To a chat that has become a community's."""


@dataclass(frozen=True, slots=True)
class ChatLeft(Letter):
    """To a chat that is no community's: the bot leaves it, in a group with a word before (`says`)."""

    says: bool


@dataclass(frozen=True, slots=True)
class ChatLooked(Letter):
    """To a chat, where nothing is shown: Telegram is asked what the bot may do. `asked_by` is shown the answer."""

    asked_by: PersonId | None = None


@dataclass(frozen=True, slots=True)
class ChatClaimed(Letter):
    """To a chat, where nothing is shown: Telegram is asked whether this person administers it, who says whose it is."""

    person_id: PersonId
    community: str


@dataclass(frozen=True, slots=True)
class ChatAsked(Letter):
    """To a chat, where nothing is shown: Telegram is asked whether a person who asks for an officer administers it."""

    person_id: PersonId


@dataclass(frozen=True, slots=True)
class ChatAccepted(Letter):
    """The same of the person who has asked, now that this officer or coordinator links the chat."""

    person_id: PersonId


@dataclass(frozen=True, slots=True)
class RequestMade(Letter):
    """To those who may answer it."""

    chat_id: ChatId


class RequestEnd(StrEnum):
    """What became of a request, as the cards of those who might have answered it say."""

    ACCEPTED = "accepted"
    TURNED_DOWN = "turned-down"
    REPLACED = "replaced"  # another administrator asks now
    VOID = "void"  # the chat was left or linked otherwise, or the one who asked administers it no more


@dataclass(frozen=True, slots=True)
class RequestOver(Letter):
    """To a person whose card asks for what is answered: the card, and what became of it."""

    chat_id: ChatId
    message_id: int
    end: RequestEnd


@dataclass(frozen=True, slots=True)
class RequestAnswered(Letter):
    """To the person who asked for an officer."""

    chat_id: ChatId
    accepted: bool


@dataclass(frozen=True, slots=True)
class RequestReplaced(Letter):
    """To the person who asked first: another administrator of the chat asks now."""

    chat_id: ChatId


@dataclass(frozen=True, slots=True)
class RequestWaits(Letter):
    """To an administrator of a chat for which another one asked an officer, who has not answered yet."""

    chat_id: ChatId


class Unproven(StrEnum):
    """Why Telegram's answer does not show that a person administers a chat."""

    NOT_ADMINISTRATOR = "not-administrator"
    NOT_NAMED = "not-named"  # it does not name all of them to the bot, and this person is not among the rest


# What the bot can no longer do.


class Loss(StrEnum):
    """What the bot can no longer do in a chat, and why."""

    REMOVED = "removed"
    RIGHTS = "rights"  # it may not write
    FILES = "files"  # it writes, but may show no photos and files
    THREAD = "thread"  # the forum's topic is closed or deleted: it writes in the general one
    PINNING = "pinning"  # it writes on, but pins nothing


class Gain(StrEnum):
    """What the bot can do again."""

    WRITING = "writing"
    FILES = "files"


@dataclass(frozen=True, slots=True)
class ChatLost(Letter):
    """To the keeper of a chat."""

    chat_id: ChatId
    loss: Loss


@dataclass(frozen=True, slots=True)
class ChatRegained(Letter):
    """To the keeper of a chat."""

    chat_id: ChatId
    gain: Gain


def loss_between(before: Rights, after: Rights) -> Loss | None:
    """What of the bot's rights is gone; the gravest of it."""
    if before.inside and not after.inside:
        return Loss.REMOVED
    if before.can_post and not after.can_post:
        return Loss.RIGHTS
    if before.can_show and not after.can_show and after.can_post:
        return Loss.FILES
    if before.can_pin and not after.can_pin and after.can_post:
        return Loss.PINNING
    return None


def gain_between(before: Rights, after: Rights) -> Gain | None:
    """What the bot can do again."""
    if after.can_post and not before.can_post:
        return Gain.WRITING
    return Gain.FILES if after.can_post and after.can_show and not before.can_show else None


# A refusal: what it means, and what is done next.

LOOKED_AFTER = timedelta(days=1)
"""After a refusal that may pass, the bot's rights are looked at again so much later."""

LOOKS = 7
"""So often; later only where something reports that they have changed, or a person asks."""

_REFUSALS = (  # Telegram's own texts, or what they have in common. The first that fits
    ("message thread not found", Loss.THREAD),
    ("TOPIC_CLOSED", Loss.THREAD),
    ("TOPIC_DELETED", Loss.THREAD),
    ("TOPIC_ID_INVALID", Loss.THREAD),
    ("bot was kicked", Loss.REMOVED),
    ("bot is not a member", Loss.REMOVED),
    ("group chat was deleted", Loss.REMOVED),
    ("deactivated", Loss.REMOVED),
    ("chat not found", Loss.REMOVED),
    ("CHANNEL_PRIVATE", Loss.REMOVED),
    ("not enough rights to send text messages", Loss.RIGHTS),
    ("CHAT_SEND_PLAIN_FORBIDDEN", Loss.RIGHTS),
    ("not enough rights to send", Loss.FILES),  # photos, videos, documents
    ("CHAT_SEND_", Loss.FILES),  # CHAT_SEND_PHOTOS_FORBIDDEN and its kin
    ("rights", Loss.RIGHTS),  # need administrator rights in the channel chat; have no rights to send a message
    ("CHAT_WRITE_FORBIDDEN", Loss.RIGHTS),
    ("CHAT_RESTRICTED", Loss.RIGHTS),
    ("CHAT_ADMIN_REQUIRED", Loss.RIGHTS),
    ("CHAT_GUEST_SEND_FORBIDDEN", Loss.RIGHTS),
    ("USER_BANNED_IN_CHANNEL", Loss.RIGHTS),
    ("Forbidden", Loss.RIGHTS),  # why, a look at the chat will tell
)


def loss_of(reason: str) -> Loss | None:
    """What a refusal says of the chat, by Telegram's own text; None: nothing, what was sent is at fault."""
    return next((loss for text, loss in _REFUSALS if text in reason), None)


class Remedy(Enum):
    """What becomes of a delivery that a chat refused."""

    NONE = auto()  # the refusal is final
    TEXT_ALONE = auto()
    GENERAL_TOPIC = auto()
    HELD = auto()  # it goes when the bot may write again


def remedy_for(loss: Loss | None, *, in_topic: bool, has_files: bool) -> Remedy:
    """`has_files`: whether there may be something that can be left out."""
    match loss:
        case None | Loss.REMOVED | Loss.PINNING:
            return Remedy.NONE
        case Loss.FILES if has_files:
            return Remedy.TEXT_ALONE
        case Loss.THREAD if in_topic:
            return Remedy.GENERAL_TOPIC
        case _:
            return Remedy.HELD
