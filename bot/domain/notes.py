"""Notes of a case: what the people at its desk write for each other, and its resident never reads.

A note is a text in a table of its own. It is no message of the case: it is never sent, rings no alarm, and is no part
of what a resident reads, exports or learns. Who has the case later reads it in the history. It goes with the words.
"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.cases import Act, Case
from bot.domain.dialogs import Dialog
from bot.domain.ids import CaseId, NoteId, PersonId
from bot.domain.letters import Letter
from bot.domain.refusals import Refusal

# Acts that are not told to the resident of a case, not even that they were.
KEPT_FROM_RESIDENT = frozenset({Act.NOTE, Act.JOURNAL, Act.NO_CRIME_SIGNS})


def readers_of(case: Case) -> str:
    """Who sees the notes of a case, for texts: no officer of the place sees a complaint."""
    return "coordinators" if case.confidential else "officers"


@dataclass(frozen=True, slots=True)
class Note:
    """One note. `person_id`: who wrote it, and alone may change or delete it."""

    id: NoteId
    case_id: CaseId
    person_id: PersonId
    body: str
    created_at: datetime
    edited_at: datetime | None


@dataclass(frozen=True, slots=True)
class WritingNote(Dialog, flow="note"):
    """The next message is a note of this case, also where it answers a message of it."""

    case_id: CaseId


@dataclass(frozen=True, slots=True)
class NotePromptDone(Letter):
    """To a person who was asked for a note: it came, or never will. The prompt goes out of the chat."""

    case_id: CaseId


class NoteIsNoText(Refusal):
    """A note is words alone: a file would be kept, cleaned and erased as what is sent."""

    key = "note-in-words"


class NoteGone(Refusal):
    """There is no such note of this person in the case any more, or never was."""

    key = "note-gone"
