"""The texts in every language are complete, plain, and in use.

Keys are found in code as string literals, or by the constant parts of an f-string (`f"emergency-{kind}-title"`).
"""

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, FluentSerializer
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.domain.emergency_phrases import Emergency
from bot.domain.languages import Language
from bot.domain.people import CONSENT_VERSION
from bot.domain.policy import NEEDED_HOTLINES, HotlineKey
from tests.faults import assert_none

LOCALES = Path("locales")
FILES = sorted(path.name for path in (LOCALES / "uk").glob("*.ftl"))
BUTTON_LENGTH = 40
TITLE_WORDS = 8
PLURALS = {"one", "few", "many", "other"}
# у/в, і/й and з/із/зі follow the sound of the next word, which is not known before a placeholder is filled in.
BARE_PREPOSITION = re.compile(r"(?:^|[\s(«])(?:в|у|з|із|зі|к|до|для|від|на|про|о|об|і|й)\s*\{", re.IGNORECASE)
PREPOSITIONS_ALLOWED = {
    "emergency-accident-title": "«і 102» reads the same before every number",
    "hours-until": "«до» stays as it is before every hour",
    "case-usual-answer": "«до» stays as it is before every date",
    "deadline-longer": "the same",
    "officer-away": "the same",
    "menu-away": "the same",
    "officer-stands-in": "the same",
    "case-officer-away": "the same",
    "case-resolution-promised": "the same",
    "quiet-now": "«до» and «з» stay as they are before every hour",
    "quiet-daily": "the same",
    "quiet-begins": "the same",
    "quiet-until-morning-button": "the same",
}
MARKUP = re.compile(r"<|\*|(?<!\w)_|_(?!\w)|`")
FOREIGN = re.compile("[ёыэъЁЫЭЪ]")
STRAIGHT_APOSTROPHE = re.compile(r"(?<=[а-яіїєґ])['`ʼ‘](?=[а-яіїєґ])", re.IGNORECASE)


class Parts(Visitor):
    """What a message consists of: its text, its variables, the sets of variants by which it chooses."""

    def __init__(self, message: ftl.Message) -> None:
        self.words: list[str] = []
        self.variables: set[str] = set()
        self.variants: list[set[str]] = []
        self.visit(message.value)

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802 -- the library's names
        self.words.append(node.value)

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ftl.SelectExpression) -> None:  # noqa: N802
        self.variants.append({_name(variant.key) for variant in node.variants})
        self.generic_visit(node)


def _name(key: ftl.Identifier | ftl.NumberLiteral) -> str:
    return str(key.name if isinstance(key, ftl.Identifier) else key.value)


@cache
def _messages(language: str, file: str) -> dict[str, ftl.Message]:
    resource = FluentParser().parse((LOCALES / language / file).read_text(encoding="utf-8"))
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, ftl.Message)}


@dataclass(frozen=True)
class Translation:
    """A text in one language."""

    language: Language
    key: str
    parts: Parts

    def __str__(self) -> str:
        return f"{self.language}: {self.key}"

    @property
    def words(self) -> str:
        return " ".join(self.parts.words)


@cache
def _all() -> Sequence[Translation]:
    return [
        Translation(language, key, Parts(message))
        for language in Language
        for file in FILES
        for key, message in _messages(language, file).items()
    ]


def _source(message: ftl.Message, file_text: str) -> str:
    assert message.span
    return file_text[message.span.start : message.span.end]


@cache
def _keys() -> frozenset[str]:
    return frozenset(text.key for text in _all())


def test_every_language_has_the_same_files() -> None:
    assert_none(
        f"{language}: {file}"
        for language in Language
        for file in {path.name for path in (LOCALES / language).iterdir()}.symmetric_difference(FILES)
    )


def test_every_language_has_the_same_texts_with_the_same_variables() -> None:
    for file in FILES:
        uk, en = (
            {key: Parts(message).variables for key, message in _messages(language, file).items()}
            for language in Language
        )
        assert uk == en, file


def test_a_text_is_plain() -> None:
    def faults(text: Translation) -> Iterator[str]:
        patterns = [MARKUP] if text.language is not Language.UK else [MARKUP, FOREIGN, STRAIGHT_APOSTROPHE]
        for pattern in patterns:
            if (found := pattern.search(text.words)) is not None:
                yield f"{text}: «{found[0]}» in «{text.words}»"

    assert_none(fault for text in _all() for fault in faults(text))


def test_a_plural_has_every_form() -> None:
    def lacks_a_form(text: Translation, variants: set[str]) -> bool:
        needed = PLURALS if text.language is Language.UK else {"one", "other"}
        return bool(variants & {"one", "few", "many"}) and not variants >= needed

    assert_none(
        f"{text} has only {sorted(variants)}"
        for text in _all()
        for variants in text.parts.variants
        if lacks_a_form(text, variants)
    )


def test_no_preposition_stands_right_before_a_placeholder() -> None:
    def ends_in_one(text: str, message: ftl.Message) -> bool:
        return any(BARE_PREPOSITION.search(line) for line in _source(message, text).splitlines())

    files = {file: (LOCALES / "uk" / file).read_text(encoding="utf-8") for file in FILES}
    assert_none(
        f"{file}: {key}"
        for file, text in files.items()
        for key, message in _messages("uk", file).items()
        if key not in PREPOSITIONS_ALLOWED and ends_in_one(text, message)
    )


def test_a_button_is_short() -> None:
    assert_none(
        f"{text}: «{words}» has {len(words)} characters"
        for text in _all()
        for words in text.parts.words
        if text.key.endswith("-button") and len(words) > BUTTON_LENGTH
    )


def test_a_title_has_at_most_eight_words() -> None:
    assert_none(
        f"{text}: «{text.words}»"
        for text in _all()
        if text.key.endswith("-title") and len(text.words.split()) + len(text.parts.variables) > TITLE_WORDS
    )


def test_every_emergency_has_a_card_and_every_hotline_a_title() -> None:
    cards = {f"emergency-{kind}" for kind in Emergency}
    assert cards | {f"{card}-title" for card in cards} | {f"hotline-{key}" for key in HotlineKey} <= _keys()


def test_the_cards_name_only_numbers_that_the_settings_must_have() -> None:
    named = {name for message in _messages("uk", "emergencies.ftl").values() for name in Parts(message).variables}
    assert named == NEEDED_HOTLINES


def test_the_card_about_explosives_tells_to_keep_away_and_to_take_no_photo() -> None:
    words = " ".join(Parts(_messages("uk", "emergencies.ftl")["emergency-uxo"]).words)
    assert "100 метрів" in words
    assert "Не торкайтеся" in words
    assert "Не фотографуйте" in words
    assert "не користуйтеся телефоном" in words


class KeysInCode(ast.NodeVisitor):
    """The keys that a module names: those it asks for outright, every literal, and f-strings as patterns."""

    def __init__(self) -> None:
        self.asked: set[str] = set()
        self.literals: set[str] = set()
        self.patterns: set[str] = set()

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", None)
        first = node.args[0] if node.args else None
        if name in {"say", "labels", "words", "PlainText"} and isinstance(first, ast.Constant):
            self.asked.add(str(first.value))
        self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        if getattr(node.targets[0], "id", None) == "key" and isinstance(node.value, ast.Constant):
            self.asked.add(str(node.value.value))  # a refusal's
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, str):
            self.literals.add(node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".+" for part in node.values]
        if re.match(r"[a-z]+(\\?-[a-z]+)*\\?-$", parts[0]):
            self.patterns.add("".join(parts))
        self.generic_visit(node)


@pytest.fixture(scope="module")
def in_code() -> KeysInCode:
    keys = KeysInCode()
    for path in Path("bot").rglob("*.py"):
        keys.visit(ast.parse(path.read_text(encoding="utf-8")))
    return keys


def test_every_text_that_the_code_asks_for_exists(in_code: KeysInCode) -> None:
    assert in_code.asked - _keys() == set()


def test_every_text_is_used(in_code: KeysInCode) -> None:
    unused = _keys() - in_code.literals
    assert {key for key in unused if not any(re.fullmatch(pattern, key) for pattern in in_code.patterns)} == set()


# What people have agreed to. A text that was released is never changed: a new one gets the next number.
CONSENTS = {
    "consent-1": "cc75850c6246cbbc54ef327603285cc9f64c40349b8abceff51845f60c57114d",
    "consent-2": "2a6c643a5e7f4e025219948b016b732a9b53c8fa926195bf958e09b26921e00f",
    "consent-3": "47738f1d3cb0a4b2022ade4d8aae028dd49133b4a68c9d4157c345935105bcc7",
}


@pytest.mark.parametrize("key", CONSENTS)
def test_the_text_of_a_consent_that_was_agreed_to_is_never_changed(key: str) -> None:
    digest = sha256()
    for language in Language:
        resource = FluentParser().parse((LOCALES / language / "consents.ftl").read_text(encoding="utf-8"))
        [text] = [each for each in resource.body if isinstance(each, ftl.Message) and each.id.name == key]
        digest.update(FluentSerializer().serialize_entry(text).encode())
    assert digest.hexdigest() == CONSENTS[key]


def test_every_version_of_the_consent_is_kept() -> None:
    assert {key for key in _keys() if re.fullmatch(r"consent-\d+", key)} == set(CONSENTS)
    assert f"consent-{CONSENT_VERSION}" in CONSENTS
