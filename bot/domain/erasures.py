"""What is erased because a person asked for it, and the list of it that a restored backup is brought up to date by."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class What(StrEnum):
    PERSON = "person"  # all that is kept of one, as a resident
    CONSENT = "consent"  # withdrawn: what a person chose, and their open cases
    CASE_WORDS = "case_words"  # all that is kept of one case
    CASE_LINK = "case_link"  # the path from an anonymous case to its resident


@dataclass(frozen=True, slots=True)
class Erasure:
    """One act. `subject_id` is a person's id, or a case's: nothing that is known outside this database."""

    id: int
    at: datetime
    what: What
    subject_id: int
