"""Ids of our own. Telegram's ids of people are in storage.people and nowhere else."""

from typing import NewType

PersonId = NewType("PersonId", int)
ChatId = NewType("ChatId", int)
BoardPostId = NewType("BoardPostId", int)  # a message of a board
AreaId = NewType("AreaId", int)
OfficerId = NewType("OfficerId", int)
InvitationId = NewType("InvitationId", int)
PartId = NewType("PartId", int)
AbsenceId = NewType("AbsenceId", int)  # of an officer
CaseId = NewType("CaseId", int)
CaseMessageId = NewType("CaseMessageId", int)
CaseEventId = NewType("CaseEventId", int)
PauseId = NewType("PauseId", int)  # of a case
ReadyTextId = NewType("ReadyTextId", int)
HoldId = NewType("HoldId", int)  # of a case
MergeId = NewType("MergeId", int)  # of two cases
TransferId = NewType("TransferId", int)  # of a case
HandoverId = NewType("HandoverId", int)  # of many cases to one officer
NoteId = NewType("NoteId", int)  # of a case
FileId = NewType("FileId", int)
OutboxId = NewType("OutboxId", int)
BroadcastId = NewType("BroadcastId", int)
NoticeId = NewType("NoticeId", int)
OfficeId = NewType("OfficeId", int)
RuleId = NewType("RuleId", int)  # of office hours
ExceptionId = NewType("ExceptionId", int)  # of office hours
SlipId = NewType("SlipId", int)
JoiningEventId = NewType("JoiningEventId", int)
DirectoryImportId = NewType("DirectoryImportId", int)
PriorityId = NewType("PriorityId", int)  # of an officer's plan
MeetingId = NewType("MeetingId", int)
WantedPostId = NewType("WantedPostId", int)  # an officer who is to be invited

LONGEST = 18  # digits that any column holds


def id_in(token: str) -> int | None:
    """The id that a link carries; None for what is no id."""
    return int(token) if token.isascii() and token.isdigit() and len(token) <= LONGEST else None
