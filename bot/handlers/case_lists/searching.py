"""«Пошук»: cases of the desk by number, words, place, topic, state, name and day."""

from collections.abc import Sequence
from functools import cache

from bot.domain.case_lists import Tab
from bot.domain.case_search import Found, SearchingCases, in_words, query_of
from bot.domain.refusals import TextExpected
from bot.handlers.case_lists.buttons import DeskList, FoundCases, LeaveSearch, SearchCases
from bot.handlers.case_lists.filters import desk_of
from bot.handlers.case_lists.lists import described, pinned_name, with_words
from bot.handlers.cases.buttons import DeskCase
from bot.services import case_lists as acts
from bot.services.case_lists import Known, Progress
from bot.storage import case_lists, dialogs, shown_lists
from bot.storage.case_lists import CaseLine
from bot.storage.case_search import Candidate
from bot.storage.transaction import Transaction
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.outgoing import Step
from bot.surface.rendering import Addressee, Sent
from bot.surface.screens import Label, Screen


async def ask(context: Context, button: SearchCases) -> None:
    await acts.begin_search(context.tx, context.actor)
    context.show(button)


async def leave(context: Context, button: LeaveSearch) -> None:
    await acts.leave_search(context.tx, context.actor)
    context.show(DeskList(Tab.MINE, 0, back=False))


def awaits_text(context: Context, message: PrivateMessage) -> bool:
    """Only the next text after «Пошук» is searched for: what is typed later may be meant for a resident."""
    dialog = context.actor.dialog
    return isinstance(dialog, SearchingCases) and not dialog.words


async def take(context: Context, message: PrivateMessage, dialog: SearchingCases) -> None:
    if not message.text.strip():
        raise TextExpected
    await acts.search(context.tx, context.actor, message.text)
    context.show(FoundCases(0))


async def search_on(context: Context, button: FoundCases) -> None:
    await acts.search_on(context.tx, context.actor, button.edge)
    context.show(button)


# The search itself.


async def step(to: Addressee, button: FoundCases) -> Step[Progress] | None:
    """What is searched for has to be looked for before it can be shown."""
    search = await dialogs.open_in(to.tx, to.person_id, to.chat_id, SearchingCases, to.thread_id)
    if search is None or not search.waits or await case_lists.desk_of(to.tx, to.person_id) is None:
        return None
    person_id, query, known = to.person_id, query_of(search.words, to.tx.now), known_to(to)

    async def look(tx: Transaction, before: Progress) -> tuple[Progress, bool]:
        return await acts.look(tx, person_id, query, known, before)

    async def keep(tx: Transaction, all_of_it: Progress) -> None:
        await acts.keep(tx, person_id, search, all_of_it.found)

    return Step("search", Progress(Found(after=search.edge)), look, keep)


def known_to(to: Addressee) -> Known:
    """What is known of a case, in every language: of one that may not be read by others, neither topic nor name."""
    say, register, policy = to.say, to.register, to.tx.policy.cases

    @cache
    def labels(*keys: str) -> str:
        return " ".join(label for key in keys for label in sorted(say.labels(key)))

    @cache
    def place(code: str) -> str:
        return register.settlement(code).name

    @cache
    def of_kind(case_kind: str, category: str, status: str, settlement: str) -> str:
        said = [labels(f"case-search-status-{status}"), place(settlement) if settlement else ""]
        if category:
            said.append(labels(f"category-{category}", f"case-search-{category}"))
        elif case_kind:
            said.append(labels(f"case-kind-{case_kind}"))
        return in_words(*said)

    def known(case: Candidate) -> str:
        neutral = case.category is not None and case.category.is_neutral(policy)
        kind, category = ("", "") if neutral else (case.kind, case.category or "")
        ordinal = case.number.rpartition("-")[2]
        number = f" {ordinal} {ordinal.lstrip('0')} "
        name = in_words(case.name) if case.name and not neutral else ""
        return number + of_kind(kind, category, case.status, case.settlement or "") + name

    return known


# Its screens.


async def draw_ask(to: Addressee, button: SearchCases) -> Screen:
    await desk_of(to)
    rows: list[list[Label]] = [[(to.say("back-button"), LeaveSearch())]]
    return Screen(to.say("case-lists-search-title"), [to.say("case-lists-search-how")], buttons=rows)


async def draw_found(to: Addressee, button: FoundCases) -> Screen:
    search, lines = await found_now(to)
    rows: list[list[Label]] = [[(pinned_name(to, line), DeskCase(line.id))] for line in lines]
    said = await described(to, lines)
    if search is None or (found := search.found) is None:
        said = [to.say("case-lists-search-over")]
    else:
        turn: list[Label] = [(to.say("case-lists-search-first-button"), FoundCases(0))] if search.edge else []
        if found.after:
            label = "next-button" if found.full else "case-lists-search-on-button"
            turn.append((to.say(label), FoundCases(found.after)))
        rows += [turn] if turn else []
        if not lines:
            said = [to.say("case-lists-search-none-yet" if found.after else "case-lists-search-none")]
    rows += [[(to.say("case-lists-search-again-button"), SearchCases())], [(to.say("back-button"), LeaveSearch())]]
    return Screen(to.say("case-lists-found-title"), said, buttons=rows, protected=True)


async def found_now(to: Addressee) -> tuple[SearchingCases | None, list[CaseLine]]:
    """The search, and those of the cases that it found which are at the desk now. Raises NotFound."""
    desk = await desk_of(to)
    search = await dialogs.open_in(to.tx, to.person_id, to.chat_id, SearchingCases, to.thread_id)
    found = list(search.found.cases) if search and search.found else []
    return search, await case_lists.these(to.tx, desk, found)


async def found_sent(to: Addressee, button: FoundCases, sent: Sequence[Sent]) -> None:
    """As a list: it may show words of its cases."""
    _, lines = await found_now(to)
    for each in sent:
        case_lists.forget_page(to.tx, to.chat_id, each.message_id)
        shown_lists.note(to.tx, to.chat_id, each.message_id, button.pack(), with_words(to, lines))
