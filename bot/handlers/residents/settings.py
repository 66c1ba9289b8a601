"""The settings of a resident."""

from bot.domain.languages import Language
from bot.domain.residents import known_place
from bot.handlers.my_data.buttons import MyData
from bot.handlers.people.buttons import ChooseLanguage
from bot.handlers.places import codes, place_lines
from bot.handlers.residents.buttons import FindCommunity, Settings
from bot.handlers.residents.my_officer import looks_elsewhere, way_back
from bot.handlers.residents.place import ask_from_first_page, has_several_settlements
from bot.handlers.subscriptions.buttons import LatestNotices, Topics
from bot.storage import people as stored_people
from bot.surface.context import Context
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


async def settings(context: Context) -> None:
    await looks_elsewhere(context)
    context.show(Settings())


async def show_settings(context: Context, button: Settings) -> None:
    await looks_elsewhere(context)
    context.show(button)


async def draw_settings(to: Addressee, button: Settings) -> Screen:
    say, actor = to.say, await stored_people.known(to.tx, to.person_id)
    place = known_place(actor)
    lines = place_lines(say, to.register, place) if place else [say("settings-no-community")]
    change = "change-community-button" if place else "find-community-button"
    rows: list[list[Label]] = [[(say(change), FindCommunity())]]
    if place is not None and has_several_settlements(to.register, place.community):
        label = "change-settlement-button" if place.settlement else "name-settlement-button"
        rows.append([(say(label), ask_from_first_page(place.community))])
    languages: list[Label] = [
        (say("language-button", language=each), ChooseLanguage(each, *codes(place))) for each in Language
    ]
    notices: list[list[Label]] = [
        [(say("topics-button"), Topics(0))],
        [(say("latest-notices-button"), LatestNotices(0))],
    ]
    own: list[Label] = [(say("my-data-title"), MyData())]
    return Screen(say("menu-settings-button"), lines, buttons=[*rows, *notices, own, languages, way_back(to, actor)])
