"""Asking for the consent again when its text is new, and reading what one agreed to before."""

from datetime import timedelta

from bot.domain.people import CONSENT_VERSION
from bot.domain.refusals import OldButton
from bot.handlers.cases.buttons import MyCases
from bot.handlers.consents import FIRST_VERSION, text_of
from bot.handlers.people.buttons import Agree, Help, NewConsent, ReadConsent
from bot.handlers.residents.buttons import home
from bot.storage import case_drafts, people
from bot.surface.context import Context
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


async def draw_new_consent(to: Addressee, button: NewConsent) -> Screen:
    """For a person who agreed to an earlier text. Without a new consent all that was sent goes on."""
    say, actor = to.say, await people.known(to.tx, to.person_id)
    lines = [say("consent-again"), say("consent-again-open-cases")]
    if await case_drafts.newest(to.tx, to.person_id) is not None:
        hours = int(to.tx.policy.cases.draft_kept / timedelta(hours=1))
        lines.append(say("consent-again-draft", hours=say("hours", count=hours)))
    rows: list[list[Label]] = [[(say("agree-button"), Agree(CONSENT_VERSION))]]
    if actor.consent_version is not None and actor.consent_version >= FIRST_VERSION:
        rows.append([(say("consent-earlier-button"), ReadConsent(actor.consent_version))])
    rows += [
        [(say("menu-cases-button"), MyCases(0)), (say("menu-help-button"), Help())],
        [(say("back-button"), home(actor))],
    ]
    return Screen(say("consent-again-title"), lines, text_of(to, CONSENT_VERSION), rows)


async def read(context: Context, button: ReadConsent) -> None:
    """Raises OldButton for a version that there was not."""
    if not FIRST_VERSION <= button.version <= CONSENT_VERSION:
        raise OldButton
    context.show(button)


async def draw_text(to: Addressee, button: ReadConsent) -> Screen:
    """What a person agreed to, as it was then."""
    actor = await people.known(to.tx, to.person_id)
    asked_again = actor.has_consented and not actor.consent_is_current
    back: list[Label] = [(to.say("back-button"), NewConsent() if asked_again else home(actor))]
    return Screen(to.say("consent-title"), [], text_of(to, button.version), [back])
