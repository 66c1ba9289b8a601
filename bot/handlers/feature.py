"""What a feature answers to and what it draws, as one value; and how the values of all features become one."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any, Generic, TypeVar

from bot.domain.dialogs import Dialog
from bot.domain.letters import Letter
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.outgoing import Step
from bot.surface.rendering import Addressee, BroadcastRenderer, DrawScreen, Renderer, Sent
from bot.surface.routes import Press

D = TypeVar("D", bound=Dialog)
K = TypeVar("K")

Wish = Callable[[Context], Awaitable[None]]
Start = Callable[[Context, str], Awaitable[None]]  # takes the token of a link
TakesMessage = Callable[[Context, PrivateMessage, D], Awaitable[None]]
ScreenSent = Callable[[Addressee, Any, Sequence[Sent]], Awaitable[None]]  # takes the button of its own class
ScreenStep = Callable[[Addressee, Any], Awaitable[Step[Any] | None]]  # the same


@dataclass(frozen=True, slots=True)
class DialogHandler(Generic[D]):
    """What is done with messages while a dialog is open.

    `take` is given the next message, unless `fits` says that it cannot be meant for the dialog: it goes then where it
    would without one. `yields_to_words`: so does a plain word alone; the dialog looks for a name, or asks for a press.
    `cancel`: the word «Скасувати»; where it says False, or there is none, the dialog just ends.
    `edited`: a message was changed; it says False for one that the dialog does not hold.
    """

    take: TakesMessage[D]
    fits: Callable[[Context, PrivateMessage], bool] | None = None
    yields_to_words: bool = False
    cancel: Callable[[Context, D], Awaitable[bool]] | None = None
    edited: Callable[[Context, PrivateMessage, D], Awaitable[bool]] | None = None


class NameTakenTwice(TypeError):
    """Two features, or two parts of one, say what becomes of the same button, letter or text."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Feature:
    """The ways into a feature, and what it draws.

    A press of a button in `opens` shows the button's screen and does nothing else; any other press is in `presses`.
    `screens` are those that handlers show; a press alone does not open them. `steps` give what a screen has to wait for
    before it can be drawn, if anything. `sent` runs in the commit that stores where a screen was sent.
    """

    commands: Mapping[str, Wish] = field(default_factory=dict)  # of private chats, by their names
    starts: Mapping[str, Start] = field(default_factory=dict)  # by the kind of link: /start carries `kind-token`
    labels: Mapping[str, Wish] = field(default_factory=dict)  # of main menus, by the keys of their texts
    words: Mapping[str, Wish] = field(default_factory=dict)  # that are understood alone, by the keys of their lists
    ways_out: Mapping[str, Wish] = field(default_factory=dict)  # the same, also where something else is expected
    opens: Mapping[type[Button], DrawScreen[Any]] = field(default_factory=dict)
    presses: Mapping[type[Button], Press] = field(default_factory=dict)
    screens: Mapping[type[Button], DrawScreen[Any]] = field(default_factory=dict)
    steps: Mapping[type[Button], ScreenStep] = field(default_factory=dict)
    sent: Mapping[type[Button], ScreenSent] = field(default_factory=dict)
    dialogs: Mapping[type[Dialog], DialogHandler[Any]] = field(default_factory=dict)  # that take messages
    letters: Mapping[type[Letter], Renderer[Any]] = field(default_factory=dict)
    broadcasts: Mapping[type[Letter], BroadcastRenderer[Any, Any]] = field(default_factory=dict)

    @property
    def every_press(self) -> Mapping[type[Button], Press]:
        """What a press of each button does."""
        return {**dict.fromkeys(self.opens, open_screen), **self.presses}

    @property
    def every_screen(self) -> Mapping[type[Button], DrawScreen[Any]]:
        """How the screen of each button is drawn."""
        return {**self.opens, **self.screens}

    def handler_of(self, dialog: Dialog | None) -> DialogHandler[Any] | None:
        """What takes messages while this dialog is open; None where none is, or it takes none."""
        return self.dialogs.get(type(dialog)) if dialog is not None else None


def collected(features: Sequence[Feature]) -> Feature:
    """All features as one. Raises NameTakenTwice."""
    parts = {part.name: merged([getattr(feature, part.name) for feature in features]) for part in fields(Feature)}
    for one, other in (("opens", "presses"), ("opens", "screens"), ("letters", "broadcasts")):
        merged([parts[one], parts[other]])
    return Feature(**parts)


def merged(tables: Sequence[Mapping[K, Any]]) -> dict[K, Any]:
    """These tables as one. Raises NameTakenTwice."""
    names: dict[K, Any] = {}
    for table in tables:
        for name, meaning in table.items():
            if name in names:
                raise NameTakenTwice(str(name))
            names[name] = meaning
    return names


async def open_screen(context: Context, button: Button) -> None:
    context.show(button)


def showing(button: Button) -> Wish:
    """A command, or a label, that only shows a screen."""

    async def show(context: Context) -> None:
        context.show(button)

    return show
