"""What of a private message can be passed on to others."""

from bot.domain.bodies import Body
from bot.domain.refusals import Refusal
from bot.surface.incoming import PrivateMessage


class CannotPassOn(Refusal):
    """A poll, a game, a story: nothing the other side could be shown."""

    key = "case-cannot-pass-on"


class BotsOwnMessage(Refusal):
    """A message of the bot is not what its sender wrote, and may be of another case."""

    key = "bots-own-message"


class OwnContact(Refusal):
    """By the number on one's own contact Telegram may show the account, which stays unknown even with a name given."""

    key = "case-own-contact"


class OfficersOwnContact(Refusal):
    """The same of a person who writes at a desk: a resident has the officer's public phone, and no more."""

    key = "desk-own-contact"


def passable(message: PrivateMessage) -> Body:
    """What a resident's message says. Raises CannotPassOn, OwnContact."""
    if message.own_contact:
        raise OwnContact
    return passable_body(message)


def passable_from_desk(message: PrivateMessage) -> Body:
    """What a message of an officer or a coordinator says. Raises CannotPassOn, OfficersOwnContact."""
    if message.own_contact:
        raise OfficersOwnContact
    return passable_body(message)


def passable_body(message: PrivateMessage) -> Body:
    if message.body is None:
        raise CannotPassOn
    return message.body
