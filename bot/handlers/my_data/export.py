"""All that is kept of a resident as two files: a page to read, which needs nothing else and runs nothing, and JSON.

It goes into the chat of the person who asked. Officers' notes, and who has read a case, are no part of it.
"""

import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from functools import partial
from html import escape
from itertools import groupby
from operator import attrgetter

from bot.domain.cases import Side
from bot.domain.ids import PersonId
from bot.domain.my_data import DataExported
from bot.domain.residents import Place
from bot.handlers.places import place_lines
from bot.handlers.references import in_plain_text
from bot.register import CommunityCode, Register, SettlementCode
from bot.services import my_data
from bot.services.my_data import Everything
from bot.storage.my_data import CaseGiven, Paused, Said
from bot.storage.transaction import Transaction
from bot.surface.outgoing import Document, Effect, Made, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.texts import Say


async def render(to: Addressee, letter: DataExported) -> Sequence[Effect]:
    page = Made("my-data.html", gathering(to.person_id), partial(page_of, to.say, to.register))
    data = Made("my-data.json", gathering(to.person_id), as_json)
    return [
        Show(Document(Rich(to.say("my-data-export-page")), page)),
        Show(Document(Rich(to.say("my-data-export-json")), data)),
    ]


def gathering(person_id: PersonId) -> Callable[[Transaction], Awaitable[Everything]]:
    return partial(my_data.everything, person_id=person_id)


# The page.

STYLE = """body{font:16px/1.5 sans-serif;max-width:45em;margin:2em auto;padding:0 1em;color:#111}
h2{margin-top:2em;border-top:1px solid #999;padding-top:1em}blockquote{margin:.3em 0 1em;padding-left:1em;
border-left:3px solid #999;white-space:pre-wrap}dt{font-weight:bold}dd{margin:0 0 .5em}"""


def page_of(say: Say, register: Register, found: Everything) -> bytes:
    """The page in the reader's language."""
    said = {case_id: list(each) for case_id, each in groupby(found.said, attrgetter("case_id"))}
    pauses = {case_id: list(each) for case_id, each in groupby(found.pauses, attrgetter("case_id"))}
    body = [f"<h1>{escape(say('my-data-title'))}</h1>", *facts(general(say, register, found))]
    for case in found.cases:
        body += case_of(say, register, case, said.get(case.id, []), pauses.get(case.id, []))
    head = f'<meta charset="utf-8"><title>{escape(say("my-data-title"))}</title><style>{STYLE}</style>'
    whole = ["<!doctype html>", f'<html lang="{say.language}"><head>{head}</head><body>', *body, "</body></html>", ""]
    return "\n".join(whole).encode()


def facts(pairs: Sequence[tuple[str, str]]) -> list[str]:
    """What is known, each under its name."""
    rows = [f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in pairs if value]
    return ["<dl>", *rows, "</dl>"] if rows else []


def general(say: Say, register: Register, found: Everything) -> list[tuple[str, str]]:
    summary = found.summary
    consent = say("my-data-without-consent")
    if summary.consent_version is not None and summary.consented_at is not None:
        consent = f"{say.datetime(summary.consented_at)} ({summary.consent_version})"
    return [
        (say("my-data-made"), say.datetime(found.at)),
        (say("my-data-field-consent"), consent),
        (say("my-data-field-language"), summary.language.value),
        (say("my-data-field-place"), place(say, register, summary.community, summary.settlement)),
        (say("topics-button"), ", ".join(topic(say, each.topic, on=each.subscribed) for each in found.topics)),
        (say("my-data-field-reminders"), ", ".join(day.isoformat() for day in found.reminded_on)),
    ]


def place(say: Say, register: Register, community: CommunityCode | None, settlement: SettlementCode | None) -> str:
    return ", ".join(place_lines(say, register, Place(community, settlement))) if community else ""


def topic(say: Say, name: str, *, on: bool) -> str:
    return f"{say(f'topic-{name}')}: {say('my-data-topic-on' if on else 'my-data-topic-off')}"


def case_of(say: Say, register: Register, case: CaseGiven, said: Sequence[Said], pauses: Sequence[Paused]) -> list[str]:
    subject = say(f"category-{case.category}" if case.category else f"case-kind-{case.kind}")
    told = [
        (say("my-data-field-status"), say(f"case-status-{case.status}") if case.number else ""),
        (say("my-data-field-place"), place(say, register, case.community, case.settlement)),
        (say("my-data-field-begun"), say.datetime(case.created_at)),
        (say("my-data-field-sent"), say.datetime(case.sent_at) if case.sent_at else ""),
        (say("my-data-field-closed"), say.datetime(case.closed_at) if case.closed_at else ""),
        (say("my-data-field-name"), case.name or (say("case-unnamed") if case.anonymous else "")),
        (say("my-data-field-phone"), say.phone(case.phone) if case.phone else ""),
        (say("my-data-field-rating"), str(case.rating) if case.rating else ""),
    ]
    heading = f"{case.number or say('draft-title')} · {subject}"
    parts = [f"<h2>{escape(heading)}</h2>", *facts(told)]
    for pause in pauses:
        when = f"{say('pause-until', time=say.datetime(pause.until))} ({say.datetime(pause.since)})"
        parts.append(f"<p>{escape(when)}</p><blockquote>{escape(pause.reason)}</blockquote>")
    for message in said:
        name = message.body.file.name if message.body.file else None
        parts.append(f"<p><b>{escape(head_of(say, message))}</b></p>")
        words = say("recalled-by-officer") if message.recalled else in_plain_text(say, message.body, name)
        parts.append(f"<blockquote>{escape(words)}</blockquote>")
    return parts


def head_of(say: Say, message: Said) -> str:
    """The author of a message, its time, and that it says something else by now."""
    by = say("from-you" if message.direction is Side.RESIDENT else "from-police")
    head = f"{by} · {say.datetime(message.sent_at)}"
    return f"{head} · {say('my-data-before', time=say.datetime(message.until))}" if message.until else head


# For other programs.


def as_json(found: Everything) -> bytes:
    summary = found.summary
    whole = {
        "made": found.at.isoformat(),
        "language": summary.language.value,
        "consent": {"version": summary.consent_version, "at": iso(summary.consented_at)},
        "community": summary.community,
        "settlement": summary.settlement,
        "waits_for_an_officer": summary.waits_for_officer,
        "topics": {each.topic: each.subscribed for each in found.topics},
        "reminded_on": [day.isoformat() for day in found.reminded_on],
        "cases": [json_case(found, case) for case in found.cases],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2).encode()


def json_case(found: Everything, case: CaseGiven) -> dict[str, object]:
    return {
        "number": case.number,
        "kind": case.kind.value,
        "category": case.category.value if case.category else None,
        "status": case.status.value,
        "community": case.community,
        "settlement": case.settlement,
        "anonymous": case.anonymous,
        "begun": iso(case.created_at),
        "sent": iso(case.sent_at),
        "closed": iso(case.closed_at),
        "rating": case.rating,
        "name": case.name,
        "phone": case.phone,
        "messages": [json_message(each) for each in found.said if each.case_id == case.id],
        "events": [
            {"what": each.what.value, "by": each.by.value, "at": iso(each.at)}
            for each in found.events
            if each.case_id == case.id
        ],
        "pauses": [
            {"reason": each.reason, "from": iso(each.since), "until": iso(each.until)}
            for each in found.pauses
            if each.case_id == case.id
        ],
    }


def json_message(message: Said) -> dict[str, object]:
    body, file, where = message.body, message.body.file, message.body.place
    return {
        "from": "resident" if message.direction is Side.RESIDENT else "police",
        "sent": iso(message.sent_at),
        "version": message.version,
        "replaced": iso(message.until),
        "recalled": message.recalled,
        "kind": body.kind.value,
        "text": body.text,
        "forwarded": body.is_forwarded,
        "answers": body.reference.quoted if body.reference else None,
        "file": {"name": file.name, "type": file.mime, "bytes": file.size} if file else None,
        "place": {"latitude": where.latitude, "longitude": where.longitude} if where else None,
        "contact": {"name": body.contact_name, "phone": body.contact_phone} if body.contact_phone else None,
    }


def iso(when: datetime | None) -> str | None:
    return when.isoformat() if when else None
