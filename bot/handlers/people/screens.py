"""The greeting with its consent, and the main menu."""

from typing import Any

from bot.domain.languages import Language
from bot.domain.people import CONSENT_VERSION
from bot.handlers.people.buttons import Agree, ChooseLanguage, Greeting, Menu
from bot.telegram.buttons import Button
from bot.telegram.rendering import Addressee, DrawScreen
from bot.telegram.rich import Rich
from bot.telegram.screens import Label, Screen


async def draw_greeting(to: Addressee, button: Greeting) -> Screen:
    say, controller = to.say, to.tx.policy.controller
    consent = say("consent", controller=controller.name, contact=controller.contact, version=CONSENT_VERSION)
    languages: list[Label] = [(say("language-button", language=each), ChooseLanguage(each)) for each in Language]
    return Screen(
        say("greeting-title"),
        [say("greeting"), say("not-a-service-102")],
        Rich(consent),
        [[(say("agree-button"), Agree(CONSENT_VERSION))], languages],
    )


async def draw_menu(to: Addressee, button: Menu) -> Screen:
    say = to.say
    keyboard = [
        [say("menu-report-button"), say("menu-question-button")],
        [say("menu-cases-button"), say("menu-officer-button")],
        [say("menu-help-button"), say("menu-settings-button")],
    ]
    return Screen(lines=[say("menu"), say("not-a-service-102")], keyboard=keyboard)


SCREENS: dict[type[Button], DrawScreen[Any]] = {Greeting: draw_greeting, Menu: draw_menu}
