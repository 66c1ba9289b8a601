"""Where the letters of a desk go: each case has a thread of its own in an officer's chat, if the bot has topics there.

A letter whose case has no thread yet opens one first: its flight makes the thread, and the letter waits again. So does
one whose thread has no card yet. Each step is stored when Telegram has taken it, and never has more than three calls; a
crash repeats the step that was on its way. A thread whose making was taken and not answered is made twice: Telegram
cannot be asked which threads a chat has, so an empty one of the same name is left there.

A thread that a person has deleted is found out by a refusal, or by a message that Telegram put elsewhere. Another one
is opened then. Where that is lost at once too, or Telegram makes none, the case is shown among all else of the chat
until the next start. Without topics the same steps lead back: the card goes to the chat, and the thread is deleted.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import structlog

from bot.domain.case_letters import NewCase
from bot.domain.case_threads import CaseThread, Look
from bot.domain.community_chats import Loss, loss_of
from bot.domain.letters import DeskMember, Letter
from bot.storage import case_threads
from bot.surface.outgoing import Effect, NameThread, OpenThread, RemoveThread
from bot.surface.rendering import Addressee, ThreadRenderer
from bot.telegram.gateway import Blocked, Json, Refused, TelegramFailure, Unauthorized
from bot.telegram.outgoing import calls_of
from bot.telegram.profile import plain
from bot.workers.flights import Flight, Move, Way

log = structlog.get_logger()


def thread_lost(failure: TelegramFailure | None) -> bool:
    """Whether Telegram says that the thread is not there."""
    return isinstance(failure, Refused) and loss_of(failure.description) is Loss.THREAD


def thread_made(answers: Sequence[Json]) -> int | None:
    """The id of the thread that was made."""
    made = answers[0] if answers else None
    found = made.get("message_thread_id") if isinstance(made, Mapping) else None
    return found if isinstance(found, int) else None


@dataclass(slots=True)
class Threads:
    """`icons`: by their emoji the ids of the icons that Telegram has; None: the bot has no topics in private chats."""

    renderer: ThreadRenderer
    icons: Mapping[str, str] | None
    gone: bool = False  # there are none, and nothing makes any: no letter has to look

    async def board(self, to: Addressee, letter: Letter, flight: Flight) -> None:
        """A letter of a desk goes to the thread of its case, or has to wait for a step there."""
        party = to.party
        if self.gone or not (isinstance(party, DeskMember) and flight.calls):
            return
        if self.icons is None and await case_threads.are_gone(to.tx):
            self.gone = True
            return
        thread = await case_threads.of(to.tx, party.case_id, to.chat_id)
        look = await self.renderer.look(to, party.case_id) if thread is not None or self.icons is not None else None
        if look is None:
            return  # it takes away what is not theirs to see
        if self.icons is None:
            await self._leave(to, party, thread, look, flight)
        elif thread is None:
            if look.is_open:
                self._step(to, flight, Move(Way.OPEN, look), [OpenThread(look.name, self._icon(look))])
        elif thread.thread_id is not None:
            await self._join(to, letter, thread, look, flight)

    async def _leave(
        self, to: Addressee, party: DeskMember, thread: CaseThread | None, look: Look, flight: Flight
    ) -> None:
        """There are no topics any more. The thread of an ended case is left as it is."""
        if thread is None or thread.thread_id is None or not look.is_open:
            return
        number, _, _ = look.name.partition(" ")
        effects = [*await self.renderer.card(to, party.case_id), RemoveThread(thread.thread_id, number)]
        self._step(to, flight, Move(Way.LEAVE, look, thread), effects)

    async def _join(self, to: Addressee, letter: Letter, thread: CaseThread, look: Look, flight: Flight) -> None:
        flight.thread_id = thread.thread_id
        if not (thread.has_card or isinstance(letter, NewCase)):
            shown = await self.renderer.card(to, thread.case_id), await self.renderer.older(to, thread.case_id)
            self._step(to, flight, Move(Way.CARD, look, thread), [each for effects in shown for each in effects])
        elif not thread.shows(look):
            renamed = NameThread(thread.thread_id or 0, look.name, self._icon(look))
            flight.calls = [*flight.calls, *calls_of([renamed], to.tx.now)]
            flight.look = look

    def _step(self, to: Addressee, flight: Flight, move: Move, effects: Sequence[Effect]) -> None:
        flight.calls, flight.done, flight.move = calls_of(effects, to.tx.now), 0, move

    def _icon(self, look: Look) -> str:
        return (self.icons or {}).get(plain(look.icon), "")

    async def goes_again(self, to: Addressee, flight: Flight) -> bool:
        """What has become of the thread of a flight that has landed; whether its letter waits as before."""
        if flight.move is not None:
            return await self._moved(to, flight.move, flight)
        thread_id, tx = flight.thread_id, to.tx
        if thread_id is not None and (flight.astray or thread_lost(flight.failure)):
            log.warning("a thread is lost", **flight.post.facts)
            await case_threads.lost(tx, to.chat_id, thread_id)
        elif flight.failure is None and flight.look is not None and isinstance(to.party, DeskMember):
            await case_threads.note_look(tx, to.party.case_id, to.chat_id, flight.look)
        return False

    async def _moved(self, to: Addressee, move: Move, flight: Flight) -> bool:
        party, failure = to.party, flight.failure
        if not isinstance(party, DeskMember) or isinstance(failure, Blocked | Unauthorized):
            return False
        if move.way is not Way.OPEN and flight.sent and not flight.astray:
            await self.renderer.card_sent(to, party.case_id, flight.sent)
        if failure is None and not flight.astray:
            await self._note_moved(to, party, move, flight)
        elif flight.astray or thread_lost(failure):
            await case_threads.lost(to.tx, to.chat_id, flight.thread_id or 0)
        elif isinstance(failure, Refused):
            log.warning("no thread for a case", **flight.post.facts, error=str(failure))
            await case_threads.put(to.tx, party.case_id, to.chat_id, None, move.look)
        else:
            return False
        return True

    async def _note_moved(self, to: Addressee, party: DeskMember, move: Move, flight: Flight) -> None:
        if move.way is Way.OPEN:
            await case_threads.put(to.tx, party.case_id, to.chat_id, thread_made(flight.answers), move.look)
        elif move.way is Way.LEAVE and move.thread is not None:
            await case_threads.close(to.tx, move.thread)
