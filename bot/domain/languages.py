"""The languages in which the bot speaks."""

from enum import StrEnum


class Language(StrEnum):
    """A language of the interface; what people write may be in any. Ukrainian is what everyone meets first."""

    UK = "uk"
    EN = "en"
