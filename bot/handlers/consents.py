"""The consent's texts, which keep their numbers."""

from bot.surface.rendering import Addressee
from bot.surface.rich import Rich

FIRST_VERSION = 1


def text_of(to: Addressee, version: int) -> Rich:
    """The text of a version, with the controller and the terms of today."""
    say, controller, kept = to.say, to.tx.policy.controller, to.tx.policy.retention
    return Rich(
        say(
            f"consent-{version}",
            controller=controller.name,
            contact=controller.contact,
            words=say("days", count=kept.words.days),
            files=say("days", count=kept.anonymous_files.days),
            links=say("days", count=kept.links.days),
            version=version,
        )
    )
