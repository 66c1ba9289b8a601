"""What the feature answers to, and what it draws."""

from bot.domain.people import CommandsShown
from bot.handlers.feature import Feature, showing
from bot.handlers.people import buttons, consent, person
from bot.surface.rendering import Renderer

FEATURE = Feature(
    commands={
        "help": showing(buttons.Help()),
        "contacts": showing(buttons.Help()),
        "language": showing(buttons.Languages()),
        "stop": showing(buttons.Stop()),
    },
    labels={"menu-help-button": showing(buttons.Help())},
    words={"words-help": showing(buttons.Help()), "words-stop": showing(buttons.Stop())},
    opens={
        buttons.Greeting: person.draw_greeting,
        buttons.NewConsent: consent.draw_new_consent,
        buttons.Languages: person.draw_languages,
        buttons.Help: person.draw_help,
    },
    presses={
        buttons.Menu: person.show_menu,
        buttons.ChooseLanguage: person.choose_language,
        buttons.ReadConsent: consent.read,
        buttons.StopReminders: person.stop_reminders,
    },
    screens={
        buttons.Menu: person.draw_menu,
        buttons.Agreed: person.draw_agreed,
        buttons.ReadConsent: consent.draw_text,
        buttons.Stop: person.draw_stop,
    },
    letters={
        CommandsShown: Renderer(person.render_commands_shown),
    },
)
