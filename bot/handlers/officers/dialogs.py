"""What is asked of an officer's card once there is a post. Before it: `FieldBeforePost` in domain/invitations.py."""

from dataclasses import dataclass

from bot.domain.dialogs import Dialog
from bot.domain.ids import OfficerId
from bot.domain.officers import Field
from bot.handlers.officers.buttons import Path


@dataclass(frozen=True, slots=True)
class FieldOfCard(Dialog, flow="post"):
    """The next message goes into this field."""

    officer_id: OfficerId
    field: Field
    path: Path
