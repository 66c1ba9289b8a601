"""How a coordinator sets what is different in one community: numbers to call, and the curfew."""

from collections.abc import Sequence
from datetime import time

from bot.domain import local_facts as rules
from bot.domain.kyiv import moment, today
from bot.domain.local_facts import CURFEW, FACTS, CurfewChanged, FactsAreOld, LocalFact, WritingFact, fact_of
from bot.domain.policy import Curfew, HotlineKey
from bot.handlers.communities.buttons import (
    CommunityPage,
    ConfirmFact,
    ForgetFact,
    LocalFactPage,
    LocalFacts,
    WriteFact,
)
from bot.handlers.communities.coordinator import ask, look, text_of
from bot.handlers.paging import back
from bot.handlers.people.buttons import Menu
from bot.handlers.places import community_at, community_name
from bot.services import local_facts as acts
from bot.services.communities import coordinated_community
from bot.storage import communities, local_facts
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen

MOST_LISTED = 20  # communities in one letter; when these are checked, the next month lists the rest


def title_of(to: Addressee, fact: str) -> str:
    title = to.say("local-fact-curfew") if fact == CURFEW else to.say(f"hotline-{fact}")
    return title[0].upper() + title[1:]


def value_of(to: Addressee, own: LocalFact) -> str:
    if own.fact != CURFEW:
        return to.say.phone(own.value)
    return curfew_of(to, rules.curfew_in([own], to.tx.policy.curfew))


def curfew_of(to: Addressee, curfew: Curfew) -> str:
    if curfew.begins == curfew.ends:
        return to.say("local-fact-no-curfew")
    return f"{curfew.begins:%H:%M}–{curfew.ends:%H:%M}"


def countrys(to: Addressee, fact: str) -> str | None:
    """What holds in the whole country; None where there is no such number."""
    if fact == CURFEW:
        return curfew_of(to, to.tx.policy.curfew)
    return next((to.say.phone(line.number) for line in to.tx.policy.hotlines if line.key == HotlineKey(fact)), None)


def own_line(to: Addressee, own: LocalFact) -> str:
    old = rules.is_old(own.checked_on, today(to.tx.now), to.tx.policy.facts_recheck)
    checked = to.say.date(moment(own.checked_on, time()))
    key = "local-fact-old" if old else "local-fact-own"
    return to.say(key, title=title_of(to, own.fact), value=value_of(to, own), checked=checked)


async def draw_list(to: Addressee, button: LocalFacts) -> Screen:
    enrolled = await coordinated_community(to.tx, to.person_id, button.community)
    own = {each.fact: each for each in await local_facts.of(to.tx, enrolled.code)}
    lines = [community_name(to.say, community_at(to.register, enrolled.code)), ""]
    lines += [own_line(to, own[fact]) for fact in FACTS if fact in own] or [to.say("local-facts-none")]
    labels: list[Label] = [(title_of(to, fact), LocalFactPage(enrolled.code, fact)) for fact in FACTS]
    rows = [*([label] for label in labels), *back(to, CommunityPage(enrolled.code))]
    return Screen(to.say("local-facts-title"), [*lines, "", to.say("local-facts-choose")], buttons=rows)


async def draw_page(to: Addressee, button: LocalFactPage) -> Screen:
    enrolled = await coordinated_community(to.tx, to.person_id, button.community)
    fact, say = fact_of(button.fact), to.say
    own = next((each for each in await local_facts.of(to.tx, enrolled.code) if each.fact == fact), None)
    general = countrys(to, fact)
    lines = [
        community_name(say, community_at(to.register, enrolled.code)),
        own_line(to, own) if own is not None else say("local-fact-none"),
        say("local-fact-country", value=general) if general else say("local-fact-not-in-country"),
    ]
    rows: list[list[Label]] = [[(say("local-fact-write-button"), WriteFact(enrolled.code, fact))]]
    if own is not None:
        rows += [
            [(say("local-fact-checked-button"), ConfirmFact(enrolled.code, fact))],
            [(say("local-fact-forget-button"), ForgetFact(enrolled.code, fact))],
        ]
    return Screen(title_of(to, fact), lines, buttons=[*rows, *back(to, LocalFacts(enrolled.code))])


async def ask_value(context: Context, button: WriteFact) -> None:
    community = await coordinated_community(context.tx, context.actor.person_id, button.community)
    await ask(context, WritingFact(community.code, fact_of(button.fact)), button)


async def draw_ask(to: Addressee, button: WriteFact) -> Screen:
    enrolled = await coordinated_community(to.tx, to.person_id, button.community)
    fact = fact_of(button.fact)
    how = "local-fact-ask-curfew" if fact == CURFEW else "local-fact-ask-number"
    lines = [community_name(to.say, community_at(to.register, enrolled.code)), to.say(how)]
    return Screen(title_of(to, fact), lines, buttons=back(to, LocalFactPage(enrolled.code, fact)))


async def take_value(context: Context, message: PrivateMessage, dialog: WritingFact) -> None:
    await acts.write(context.tx, context.actor, dialog.community, dialog.fact, text_of(message))
    await look(context, LocalFactPage(dialog.community, dialog.fact))


async def confirm(context: Context, button: ConfirmFact) -> None:
    await acts.confirm(context.tx, context.actor, button.community, button.fact)
    context.answer(context.say("local-fact-checked-done"))
    await look(context, LocalFactPage(button.community, button.fact))


async def forget(context: Context, button: ForgetFact) -> None:
    await acts.forget(context.tx, context.actor, button.community, button.fact)
    context.answer(context.say("local-fact-forget-done"))
    await look(context, LocalFactPage(button.community, button.fact))


async def render_curfew(to: Addressee, letter: CurfewChanged) -> Sequence[Effect]:
    """As it is by now; void for a person who has left meanwhile."""
    if to.person_id not in await communities.concerned_by(to.tx, letter.community):
        return []
    curfew = curfew_of(to, await local_facts.curfew(to.tx, letter.community))
    lines = [community_name(to.say, community_at(to.register, letter.community)), to.say("curfew-changed")]
    menu: list[Label] = [(to.say("officer-to-menu-button"), Menu())]
    return [Show(Screen(to.say("curfew-changed-title", curfew=curfew), lines, buttons=[menu]))]


async def render_old(to: Addressee, letter: FactsAreOld) -> Sequence[Effect]:
    """Of the communities those that the person still coordinates, and where something is still old."""
    day, recheck = today(to.tx.now), to.tx.policy.facts_recheck
    rows: list[list[Label]] = []
    for code in letter.communities:
        facts = await local_facts.of(to.tx, code)
        old = any(rules.is_old(each.checked_on, day, recheck) for each in facts)
        if old and await communities.coordinated(to.tx, code, to.person_id) is not None:
            rows.append([(community_name(to.say, community_at(to.register, code)), LocalFacts(code))])
    if not rows:
        return []
    return [Show(Screen(to.say("local-facts-old-title"), [to.say("local-facts-old")], buttons=rows[:MOST_LISTED]))]
