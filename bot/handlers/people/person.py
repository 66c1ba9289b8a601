"""What any person sees and does: the greeting with its consent, the language, the menu, help, and blocking the bot."""

from collections.abc import Sequence

from bot.domain.case_dialogs import ChoosingTopic
from bot.domain.languages import Language
from bot.domain.people import CONSENT_VERSION, Actor, CommandsShown
from bot.domain.residents import known_place
from bot.handlers import away, hotlines
from bot.handlers.consents import text_of
from bot.handlers.my_data.buttons import MyData
from bot.handlers.people.buttons import (
    Agree,
    Agreed,
    ChooseLanguage,
    Greeting,
    Help,
    Languages,
    Menu,
    Stop,
    StopReminders,
)
from bot.handlers.places import codes
from bot.handlers.residents.buttons import AsOfficer, MyOfficer, Settings, has_begun, home
from bot.handlers.subscriptions.buttons import LeaveAll
from bot.services import my_data, office_hours, reachability, residents
from bot.storage import chats, dialogs, local_facts, people
from bot.surface.commands import COMMANDS, described
from bot.surface.context import Context
from bot.surface.incoming import ReachChanged
from bot.surface.outgoing import Effect, SetCommands
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen

# The greeting.


async def draw_greeting(to: Addressee, button: Greeting) -> Screen:
    say, actor = to.say, await people.known(to.tx, to.person_id)
    place = (button.community, button.settlement)
    rows: list[list[Label]] = [
        [(say("agree-button"), Agree(CONSENT_VERSION, *place))],
        [(say("menu-officer-button"), MyOfficer(*place)), (say("menu-help-button"), Help())],
        [(say("language-button", language=each), ChooseLanguage(each, *place)) for each in Language],
    ]
    if actor.officer_id is not None and actor.as_resident:
        rows.append([(say("menu-as-officer-button"), AsOfficer())])
    lines = [say("greeting"), say("not-a-service-102")]
    return Screen(say("greeting-title"), lines, text_of(to, CONSENT_VERSION), rows)


async def draw_agreed(to: Addressee, button: Agreed) -> Screen:
    return Screen(lines=[to.say("agreed", version=CONSENT_VERSION)])


# The language.


async def choose_language(context: Context, button: ChooseLanguage) -> None:
    """The greeting or the settings in the new language; the keyboard and the list of commands, too."""
    await people.set_language(context.tx, context.actor.person_id, button.language)
    context.answer(context.tools.texts.of(button.language)("language-chosen"))
    context.tell(CommandsShown())
    if not has_begun(context.actor):
        context.show(Greeting(button.community, button.settlement))
        return
    context.show(Settings())
    context.show(Menu(), as_new=True)


async def draw_languages(to: Addressee, button: Languages) -> Screen:
    actor, say = await people.known(to.tx, to.person_id), to.say
    place = codes(known_place(actor))
    labels: list[Label] = [(say("language-button", language=each), ChooseLanguage(each, *place)) for each in Language]
    return Screen(say("choose-language"), buttons=[labels, [(say("back-button"), home(actor))]])


async def render_commands_shown(to: Addressee, letter: CommandsShown) -> Sequence[Effect]:
    """The chat's own list for a person who reads another language than the bot's own list is in."""
    if to.say.language is Language.UK:
        return [SetCommands({})]
    return [SetCommands(described(to.say, COMMANDS))]


# The menu, and help.


async def show_menu(context: Context, button: Menu) -> None:
    """«‹ Назад»: a person who looks elsewhere does not choose a topic any more."""
    await dialogs.leave(context.tx, context.actor, ChoosingTopic)
    context.show(button)


async def draw_menu(to: Addressee, button: Menu) -> Screen:
    """At most six big buttons. They stay where they are: a keyboard may be seen long after it was sent."""
    actor, say = await people.known(to.tx, to.person_id), to.say
    keyboard = officer_keys(actor) if actor.works_as_officer else resident_keys(actor)
    lines = await away.own_lines(to, actor) or [menu_line(to, actor)]
    return Screen(lines=lines, keyboard=[[say(key) for key in row] for row in keyboard])


def menu_line(to: Addressee, actor: Actor) -> str:
    """The side that the person is on, and what can be done there."""
    if actor.works_as_officer:
        return to.say("menu-at-desk")
    if actor.officer_id is not None:
        return to.say("menu-as-resident")
    if actor.community is not None and not actor.is_read:
        return to.say("menu-without-officer")
    return to.say("menu")


def officer_keys(actor: Actor) -> list[list[str]]:
    keys = [["menu-desk-button", "menu-post-button"], ["notices-menu-button", "menu-as-resident-button"]]
    return [*keys, ["menu-help-button", *(["menu-coordinator-button"] if actor.coordinates else [])]]


def resident_keys(actor: Actor) -> list[list[str]]:
    """A person with another side finds the way to it in place of the settings, which help leads to as well."""
    last = "menu-settings-button"
    if actor.officer_id is not None:
        last = "menu-as-officer-button"
    elif actor.coordinates:
        last = "menu-coordinator-button"
    elif actor.councils:
        last = "menu-council-button"
    return [
        ["menu-report-button", "menu-question-button"],
        ["menu-cases-button", "menu-officer-button"],
        ["menu-help-button", last],
    ]


async def draw_help(to: Addressee, button: Help) -> Screen:
    actor, say = await people.known(to.tx, to.person_id), to.say
    place = known_place(actor)
    community = place.community if place else None
    known = await local_facts.hotlines(to.tx, community)
    first, then = hotlines.urgent(say, known), hotlines.others(say, known)
    return Screen(
        say("hotlines-title"),
        [*first, "", *then],
        Rich("\n".join([say("not-a-service-102"), say("help")])),
        [
            [(say("menu-officer-button"), MyOfficer()), (say("menu-settings-button"), Settings())],
            [(say("my-data-title"), MyData())],
            [(say("back-button"), home(actor))],
        ],
    )


# Leaving.


async def stop_reminders(context: Context, button: StopReminders) -> None:
    """Nothing that was asked for is sent any more; answers to one's own cases still are."""
    await residents.stop_waiting(context.tx, context.actor)
    await office_hours.forget_reminders(context.tx, context.actor)
    context.answer(context.say("stop-reminders-are-off"))
    context.show(Stop())


async def draw_stop(to: Addressee, button: Stop) -> Screen:
    """A word alone turns nothing off: each kind is turned off by a press."""
    actor, say = await people.known(to.tx, to.person_id), to.say
    found = await my_data.summary(to.tx, to.person_id)
    lines = [say("stop"), say("stop-consent", contact=to.tx.policy.controller.contact)]
    rows: list[list[Label]] = [[(say("topics-leave-all-button"), LeaveAll())], [(say("my-data-title"), MyData())]]
    if found.reminders or found.waits_for_officer:
        rows.insert(0, [(say("stop-reminders-button"), StopReminders())])
    return Screen(say("stop-title"), lines, buttons=[*rows, [(say("back-button"), home(actor))]])


async def membership(context: Context, change: ReachChanged) -> None:
    """The bot was blocked or unblocked."""
    chat_id = await chats.known(context.tx, change.chat_id)
    if chat_id is None:
        return
    if change.reachable:
        await reachability.regained(context.tx, chat_id)
    else:
        await reachability.lost(context.tx, chat_id)
