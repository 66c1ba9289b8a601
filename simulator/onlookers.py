"""What a person sees in a chat, for the assertions of stories."""

from abc import ABC, abstractmethod

from simulator import telephone
from simulator.accounts import Account
from simulator.chats import Bubble, Conversation


class Onlooker(ABC):
    """A person who looks at one chat of a bot. `sees` checks what came or changed after their last act there."""

    def __init__(self, bot: Account) -> None:
        self._bot = bot
        self._acted = 0  # the chat's mark at the last act of a person

    @property
    @abstractmethod
    def name(self) -> str: ...

    @property
    @abstractmethod
    def _chat(self) -> Conversation: ...

    async def sees(self, text: str, *, anywhere: bool = False) -> Bubble:
        """The newest message with this text in it that came or changed since the last act.

        Waits for it; but where the simulator can be settled, looks once after that and fails if it is not there.
        """
        watch = self._bot.watch
        if watch.settled is None:
            await watch.until(lambda: self._find(text, anywhere=anywhere) is not None)
        else:
            await watch.settled()
        found = self._find(text, anywhere=anywhere)
        if found is None:
            raise AssertionError(f"{self.name} does not see «{text}»\n{self.screen()}")
        return found

    async def does_not_see(self, text: str, *, anywhere: bool = False) -> None:
        """Meant for after everything has come to rest: settles first, where the simulator can be."""
        if self._bot.watch.settled is not None:
            await self._bot.watch.settled()
        if self._find(text, anywhere=anywhere) is not None:
            raise AssertionError(f"{self.name} sees «{text}»\n{self.screen()}")

    @property
    def chat(self) -> list[Bubble]:
        """The messages of the chat, oldest first."""
        return list(self._chat.bubbles.values())

    @property
    def last(self) -> Bubble:
        return self.chat[-1]

    def screen(self) -> str:
        """The telephone, drawn."""
        return telephone.draw(self.name, self._chat)

    def _find(self, text: str, *, anywhere: bool) -> Bubble | None:
        return self._chat.newest(text, -1 if anywhere else self._acted)
