"""Buttons: frozen dataclasses, packed into a short line of text, which comes back when one is pressed.

    @dataclass(frozen=True, slots=True)
    class OpenCase(Button, code="co"):
        case_id: CaseId

What a button carries is a wish, never a right: the act behind it checks in storage who may.
"""

from dataclasses import fields
from enum import Enum
from typing import Any, ClassVar, Self, get_type_hints

LARGEST = 2**53  # of a number in a button; no column holds more than 64 bits


class NotAButton(ValueError):
    """What was pressed is not a button of this version: old, or made up."""


class Button:
    """Base of all buttons. Fields are ints, flags, or short texts without a colon (codes, enums).

    A field that is added to a button which chats have already comes last and has a default.
    """

    code: ClassVar[str]
    codes: ClassVar[dict[str, type["Button"]]] = {}

    def __init_subclass__(cls, code: str = "") -> None:
        # dataclass(slots=True) makes the class again, without its arguments; the code is in the body by then.
        if code:
            cls.code = code
        taken = Button.codes.get(cls.code)
        if taken is not None and taken.__qualname__ != cls.__qualname__:
            raise TypeError(f"{taken.__qualname__} and {cls.__qualname__} share the code {cls.code}")
        Button.codes[cls.code] = cls

    def pack(self) -> str:
        values = (getattr(self, name) for name, _ in _fields(type(self)))
        return ":".join([self.code, *(_packed(value) for value in values)])

    @classmethod
    def _unpack(cls, values: list[str]) -> Self:
        kinds = _fields(cls)
        if len(values) > len(kinds):
            raise NotAButton
        given = {name: _unpacked(kind, value) for (name, kind), value in zip(kinds, values, strict=False)}
        try:
            return cls(**given)
        except TypeError as error:
            raise NotAButton from error


def unpack(data: str) -> Button:
    """The button that packs into `data`. Raises NotAButton."""
    code, *values = data.split(":")
    if code not in Button.codes:
        raise NotAButton(data)
    return Button.codes[code]._unpack(values)  # noqa: SLF001  # of this module


FIELDS: dict[type[Button], tuple[tuple[str, type], ...]] = {}


def _fields(kind: type[Button]) -> tuple[tuple[str, type], ...]:
    if kind not in FIELDS:
        hints = get_type_hints(kind)
        FIELDS[kind] = tuple((field.name, _plain(hints[field.name])) for field in fields(kind))  # type: ignore[arg-type]  # subclasses are dataclasses
    return FIELDS[kind]


def _plain(hint: Any) -> type:  # noqa: ANN401  # a NewType or a class
    while hasattr(hint, "__supertype__"):
        hint = hint.__supertype__
    return hint  # type: ignore[no-any-return]


def _packed(value: object) -> str:
    if isinstance(value, bool):
        return "1" if value else "0"
    return str(value.value if isinstance(value, Enum) else value)


def _unpacked(kind: type, value: str) -> object:
    try:
        read = value == "1" if kind is bool else kind(value)
    except ValueError as error:
        raise NotAButton(value) from error
    if isinstance(read, int) and abs(read) > LARGEST:
        raise NotAButton(value)
    return read
