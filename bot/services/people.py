"""The acts of persons: agreeing, and choosing a side of the bot."""

from dataclasses import replace

from bot.domain.people import CONSENT_VERSION, Actor
from bot.domain.refusals import NotFound, OldButton
from bot.storage import dialogs, people
from bot.storage.transaction import Transaction


async def agree(tx: Transaction, actor: Actor, version: int) -> Actor:
    """Agree to the consent's text; once is enough. Raises OldButton when the text has changed since it was shown."""
    if actor.consent_is_current:
        return actor
    if version != CONSENT_VERSION:
        raise OldButton
    await people.set_consent(tx, actor.person_id, version)
    return replace(actor, consent_version=version)


async def write_as_resident(tx: Transaction, actor: Actor, as_resident: bool) -> Actor:
    """Let an officer write as the resident they also are, or work as the officer again. Raises NotFound for others.

    The open dialog ends, and so does a text that waits to be added to a case: the next message must not go to the
    wrong side.
    """
    if actor.officer_id is None:
        raise NotFound
    await people.set_as_resident(tx, actor.person_id, as_resident)
    await dialogs.let_go(tx, actor)
    return replace(actor, as_resident=as_resident, dialog=None)
