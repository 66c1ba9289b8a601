"""What a message refers to, wherever it is shown: that it is forwarded, what it answers, and never whose that is."""

from bot.domain.bodies import Body
from bot.surface.rich import Rich, joined, quoted
from bot.texts import Say


def text_of(say: Say, body: Body) -> Rich:
    """The text of a message below what it refers to."""
    return joined([referred_to(say, body), Rich(body.text, body.entities)])


def referred_to(say: Say, body: Body) -> Rich:
    """What a message refers to; empty for most."""
    reference = body.reference
    if reference is None:
        return Rich("")
    lines = [say("reference-forwarded")] if reference.forwarded else []
    if reference.elsewhere:
        lines.append(say("reference-elsewhere" if reference.quoted else "reference-elsewhere-unseen"))
    elif reference.quoted:
        lines.append(say("reference-part"))
    return joined([Rich("\n".join(lines)), quoted(Rich(reference.quoted))])
