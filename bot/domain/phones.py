"""Telephone numbers of Ukraine, as people write them."""

import re

from bot.domain.refusals import Refusal

_PHONE = re.compile(r"(?:\+?38)?(0[1-9]\d{8}|0800\d{6})")
_BETWEEN_DIGITS = re.compile(r"[\s().‐-―-]")
_LIKE_A_PHONE = re.compile(r"\+?\d(?:[\s().‐-―-]{0,2}\d){8,12}")


class NotAPhone(Refusal):
    key = "post-not-a-phone"


def phone_of(text: str) -> str:
    """«+380612345678» from the many ways in which people write a number of Ukraine. Raises NotAPhone."""
    match = _PHONE.fullmatch(_BETWEEN_DIGITS.sub("", text))
    if match is None:
        raise NotAPhone
    return f"+38{match.group(1)}"


def without_phones(text: str) -> str:
    """What else a text says besides the numbers that it names."""
    return _LIKE_A_PHONE.sub(" ", text)


def phones_in(text: str) -> list[str]:
    """The numbers that a text names, each once, in order."""
    found: dict[str, None] = {}
    for match in _LIKE_A_PHONE.finditer(text):
        number = _PHONE.fullmatch(_BETWEEN_DIGITS.sub("", match.group()))
        if number is not None:
            found[f"+38{number.group(1)}"] = None
    return list(found)
