"""What a message refers to, wherever it is shown: that it is forwarded, what it answers, and never whose that is."""

from bot.domain.bodies import Body, Kind
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


def in_plain_text(say: Say, body: Body, file: str | None) -> str:
    """The text of a message for a file that is read elsewhere, below what was attached to it: `file` is its name."""
    lines = []
    if body.kind is not Kind.TEXT:
        lines.append(f"[{say(f'content-{body.kind}')}{f': {file}' if file else ''}]")
    if body.place is not None:
        lines.append(f"{body.place.latitude}, {body.place.longitude} {body.place.title} {body.place.address}".strip())
    if body.contact_phone is not None:
        lines.append(f"{body.contact_name or ''} {body.contact_phone}".strip())
    said = text_of(say, body).text
    return "\n".join([*lines, *([said] if said else [])])
