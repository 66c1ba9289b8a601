"""What is asked of a person who invites to a council."""

from dataclasses import dataclass

from bot.domain.dialogs import Dialog
from bot.domain.people import CouncilPost


@dataclass(frozen=True, slots=True)
class NamingMember(Dialog, flow="name council member"):
    """The next message is the name of the person who is to be invited to this post."""

    community: str
    post: CouncilPost
