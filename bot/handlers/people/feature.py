"""What the feature answers to, and what it draws."""

from bot.domain.people import CommandsShown
from bot.handlers.feature import Feature, showing
from bot.handlers.people import buttons, letters, person, screens
from bot.telegram.rendering import Renderer

FEATURE = Feature(
    commands={"help": showing(buttons.Help()), "language": showing(buttons.Languages())},
    labels={"menu-help-button": showing(buttons.Help())},
    words={"words-help": showing(buttons.Help()), "words-stop": person.stop},
    opens={
        buttons.Greeting: screens.draw_greeting,
        buttons.Languages: screens.draw_languages,
        buttons.Menu: screens.draw_menu,
        buttons.Help: screens.draw_help,
    },
    presses={
        buttons.ChooseLanguage: person.choose_language,
    },
    screens={
        buttons.Agreed: screens.draw_agreed,
        buttons.Stop: screens.draw_stop,
    },
    letters={
        CommandsShown: Renderer(letters.render_commands_shown),
    },
)
