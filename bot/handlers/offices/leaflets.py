"""A poster of an area, and business cards of its officers: PDF files for those who print them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bot.domain.kyiv import today
from bot.domain.letters import PersonAt, PlainText
from bot.domain.links import area_payload
from bot.domain.officers import OfficerCard
from bot.domain.offices import Leaflet, LeafletAsked, OfficeCard
from bot.domain.policy import HotlineKey
from bot.domain.refusals import NotFound
from bot.handlers import hours
from bot.handlers.offices.buttons import PrintLeaflet
from bot.handlers.places import community_at, community_name
from bot.register import Community
from bot.services import offices
from bot.services.office_hours import Reception
from bot.services.offices import Posted
from bot.storage import local_facts
from bot.storage.transaction import Transaction
from bot.surface.context import Context
from bot.surface.links import link_to, qr_of
from bot.surface.outgoing import Document, Effect, Made, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.texts import Say
from bot.typesetting import Data, typeset

FIRST = (HotlineKey.POLICE, HotlineKey.SINGLE)  # 102, 112


@dataclass(frozen=True, slots=True)
class Page:
    """What a leaflet says, in the language of the person who prints it."""

    say: Say
    numbers: Mapping[str, str]  # to call, by their keys
    community: Community
    link: str


async def ask(context: Context, button: PrintLeaflet) -> None:
    await offices.ask_leaflet(context.tx, context.actor, button.area_id, button.leaflet)
    context.answer(context.say("leaflet-coming"))


async def render(to: Addressee, letter: LeafletAsked) -> Sequence[Effect]:
    """Void for a person who does not look after the area any more."""
    try:
        area = await offices.kept_area(to.tx, to.person_id, letter.area_id)
    except NotFound:
        return []
    link = link_to(to.bot_username, area_payload(area.id))
    known = await local_facts.numbers(to.tx, area.community)
    page = Page(to.say, known, community_at(to.register, area.community), link)

    async def gathered(tx: Transaction) -> Posted:
        return await offices.posted(tx, area)

    made = Made(f"{letter.leaflet}-{area.id}.pdf", gathered, partial(MAKERS[letter.leaflet], page))
    return [Show(Document(Rich(to.say(f"leaflet-{letter.leaflet}-here")), made))]


async def failed(to: Addressee, letter: LeafletAsked) -> None:
    to.tx.outbox.tell(PersonAt(to.person_id), PlainText("leaflet-failed"), dedupe=f"leaflet-failed:{letter.area_id}")


def poster_of(page: Page, posted: Posted) -> bytes:
    say = page.say
    officers = [{"name": name_of(say, each), "lines": lines_of(say, each)} for each in posted.officers]
    parts = [
        {"title": say("leaflet-office"), "lines": place_lines(say, posted.office)},
        {"title": say("hours-title"), "lines": hours_lines(page, posted)},
    ]
    data: dict[str, Data] = {
        **common(page),
        "title": say("leaflet-heading", several=str(len(officers) > 1)),
        "place": community_name(say, page.community),
        "officers": officers or [{"name": say("area-no-officer"), "lines": []}],
        "parts": [each for each in parts if each["lines"]],
        "link": page.link.removeprefix("https://"),
        "numbers": numbers(page),
        "danger": say("leaflet-danger"),
        "warning": say("not-a-service-102"),
    }
    return typeset("poster", data, posted.at)


def cards_of(page: Page, posted: Posted) -> bytes:
    say, place = page.say, [community_name(page.say, page.community)]
    place += [say.place(posted.office.title)] if posted.office is not None else []
    officers = [{"name": name_of(say, each), "lines": [*lines_of(say, each), *place]} for each in posted.officers]
    data: dict[str, Data] = {
        **common(page),
        "title": say("leaflet-cards-heading"),
        "officers": officers or [{"name": say("area-no-officer"), "lines": place}],
        "danger": say("leaflet-danger-numbers", numbers=", ".join(numbers(page))),
    }
    return typeset("cards", data, posted.at)


MAKERS = {Leaflet.POSTER: poster_of, Leaflet.CARDS: cards_of}


def common(page: Page) -> dict[str, Data]:
    say = page.say
    return {
        "language": say.language.value,
        "qr": qr_of(page.link),
        "qr_says": say("leaflet-qr", link=page.link),
        "scan": say("leaflet-scan"),
    }


def numbers(page: Page) -> list[str]:
    return [page.numbers[key] for key in FIRST]


def name_of(say: Say, card: OfficerCard) -> str:
    return say.person(card.name)


def lines_of(say: Say, card: OfficerCard) -> list[str]:
    """Rank, position, phone."""
    lines = [say.rank(card.rank)]
    lines += [say(f"post-position-{card.position}")] if card.position else []
    return lines + ([say("my-officer-phone", phone=say.phone(card.phone))] if card.phone else [])


def place_lines(say: Say, office: OfficeCard | None) -> list[str]:
    if office is None:
        return []
    lines = [say.place(office.title)]
    lines += [office.directions] if office.directions else []
    return lines + ([say("my-officer-phone", phone=say.phone(office.phone))] if office.phone else [])


def hours_lines(page: Page, posted: Posted) -> list[str]:
    """What repeats: a poster hangs for long. Where nobody may know of it, by appointment."""
    say, reception = page.say, posted.reception
    if by_appointment(posted, reception):
        return [say("leaflet-by-appointment")]
    there = posted.office.id if posted.office is not None else None
    lines = []
    for rule in reception.rules:
        words = hours.rule_words(say, rule, today(posted.at))
        place = say.place(reception.offices[rule.office_id].title)
        lines.append(words if rule.office_id == there else say("hours-line", hours=words, place=place))
    return lines


def by_appointment(posted: Posted, reception: Reception) -> bool:
    return bool(posted.officers) and all(reception.of(each.id).hidden for each in posted.officers)
