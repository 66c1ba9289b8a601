"""Rows become typed dataclasses at the edge, and values become what a column holds.

`Fields` is worked out once for a dataclass: for each field, how a column's value becomes the field's. Times, enums,
flags and ids are known; any other type is structured and stored in its column as JSON (pydantic reads and writes it).
"""

import types
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from typing import Any, NewType, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter

from bot.storage.engine import RawRow, Scalar
from bot.storage.sealing import MARK

T = TypeVar("T")
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

# What SQL statements take; a dataclass or a tuple is stored as JSON. Any: pydantic decides what it can write.
Value: TypeAlias = Any


Read = Callable[[Any], Any]  # a column's value into a field's: of a type known at run time alone


def reader(hint: Any) -> Read | None:  # noqa: ANN401  # a type
    """How a field of this type is read; None where the column's value is the field's already."""
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    if get_origin(hint) in (Union, types.UnionType):
        inner = [arg for arg in get_args(hint) if arg is not type(None)]
        if len(inner) == 1:
            return reader(inner[0])
    if hint in (int, str, float):
        return None
    if hint in READ:
        return READ[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint
    return TypeAdapter(hint).validate_json


def from_microseconds(value: int) -> datetime:
    return EPOCH + timedelta(microseconds=value)


READ: dict[type, Read] = {
    bool: bool,
    datetime: from_microseconds,
    date: date.fromisoformat,
    time: time.fromisoformat,
}
READERS: dict[type, tuple[tuple[str, Read | None], ...]] = {}
ADAPTERS: dict[type, TypeAdapter[Any]] = {}


def readers(row_type: type) -> tuple[tuple[str, Read | None], ...]:
    if row_type not in READERS:
        hints = get_type_hints(row_type)
        READERS[row_type] = tuple((field.name, reader(hints[field.name])) for field in fields(row_type))
    return READERS[row_type]


Opened = Callable[[str], str]  # what a sealed value says


def as_row(row_type: type[T], raw: RawRow, opened: Opened | None = None) -> T:
    """A typed row. Columns go by the names of the dataclass's fields."""
    values = []
    for name, read in readers(row_type):
        value = raw[name]
        if opened is not None and value.__class__ is str and value[:1] == MARK:
            value = opened(value)
        values.append(value if read is None or value is None else read(value))
    return row_type(*values)


def only(raw: RawRow, opened: Opened | None = None) -> Scalar:
    """The value of a row of one column."""
    (value,) = raw
    return opened(value) if opened is not None and isinstance(value, str) and value[:1] == MARK else value


VALUE_READERS: dict[Any, Read | None] = {}


def as_value(kind: type[T], value: Scalar) -> T | None:
    """A column's value as this type (also one made by NewType); None for nothing."""
    if kind not in VALUE_READERS:
        VALUE_READERS[kind] = reader(kind)
    read = VALUE_READERS[kind]
    return value if read is None or value is None else read(value)  # type: ignore[return-value]  # of that kind, by its reader


def adapter(kind: type) -> TypeAdapter[Any]:
    if kind not in ADAPTERS:
        ADAPTERS[kind] = TypeAdapter(kind)
    return ADAPTERS[kind]


AS_THEY_ARE = frozenset({int, str, float, bool, type(None)})


def to_column(value: Value) -> Scalar:
    """What a column holds for a value."""
    if type(value) in AS_THEY_ARE:
        return value  # type: ignore[no-any-return]  # of one of these types
    if isinstance(value, Enum):
        return to_column(value.value)
    if isinstance(value, datetime):
        return to_microseconds(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if is_dataclass(value) or isinstance(value, dict):
        return adapter(type(value)).dump_json(value).decode()
    raise TypeError(f"no column holds a {type(value).__name__}")


def to_microseconds(when: datetime) -> int:
    return (when - EPOCH) // MICROSECOND
