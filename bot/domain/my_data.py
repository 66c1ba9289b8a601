"""What is kept of a resident, as they may have it."""

from dataclasses import dataclass

from bot.domain.letters import Letter
from bot.domain.refusals import Refusal

# The bot speaks Ukrainian and English. People ask for this in Russian, too, and that may go to no officer either.
ASKED_IN_RUSSIAN = frozenset({"мои данные", "удалите мои данные", "удалить мои данные", "сотрите мои данные"})
WITHDRAWN_IN_RUSSIAN = frozenset({"отозвать согласие", "отзываю согласие", "отменить согласие"})


@dataclass(frozen=True, slots=True)
class DataExported(Letter):
    """To a person who asks for it: all that is kept of them, as files."""


class NothingHeld(Refusal):
    """Of this person nothing is kept that could be given or erased."""

    key = "my-data-none"


class NotConsented(Refusal):
    """There is no consent to withdraw."""

    key = "my-data-no-consent"
