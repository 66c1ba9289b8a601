"""Which community, and which settlement of it, a row of the directory's form means."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from bot.domain.directory import Field, Finding, Form, Row, key_of
from bot.domain.refusals import Refusal
from bot.register import Community, CommunityCode, Register, Search, Settlement, UnknownCode

SUGGESTED = 3  # names


class UnknownPlaceCode(Refusal):
    """The register has no community, or the community no settlement, with this `code`."""

    key = "directory-code-unknown"


class OtherName(Refusal):
    """By its code it is the place `name`."""

    key = "directory-other-name"


class CommunityMissing(Refusal):
    """A row says neither code nor name."""

    key = "directory-community-missing"


class UnknownName(Refusal):
    """`name`: what was typed; nothing is like it."""

    key = "directory-name-unknown"


class SimilarName(Refusal):
    """`name`: what was typed, `similar`: what may be meant."""

    key = "directory-name-similar"


class SeveralOfName(Refusal):
    """Several places have this name: a code says which."""

    key = "directory-name-several"


@dataclass(slots=True)
class Places:
    """Finds them; a name is looked for once. `within`: where names of communities are looked for, None: everywhere."""

    register: Register
    search: Search
    within: Collection[CommunityCode] | None
    _found: dict[str, Sequence[Community]] = field(default_factory=dict)

    def community_of(self, row: Row) -> Community:
        """Raises UnknownPlaceCode, OtherName, CommunityMissing, UnknownName, SimilarName, SeveralOfName."""
        code, name = row[Field.CODE].upper(), row[Field.COMMUNITY]
        if code:
            try:
                community = self.register.community(code)
            except UnknownCode:
                raise UnknownPlaceCode(code=code) from None
            if name and community not in self._named(name):
                raise OtherName(name=community.name)
            return community
        if not name:
            raise CommunityMissing
        found = [each for each in self._named(name) if self.within is None or each.code in self.within]
        if not found:
            raise self._unknown(name)
        if len(found) > 1:
            raise SeveralOfName(name=name)
        return found[0]

    def _named(self, name: str) -> Sequence[Community]:
        """The communities that have this very name."""
        if name not in self._found:
            hits = self.search.find(name)
            self._found[name] = [each.community for each in hits if each.exact and each.settlement is None]
        return self._found[name]

    def _unknown(self, name: str) -> Refusal:
        similar = [each.community.name for each in self.search.find(name, SUGGESTED, within=self.within)]
        return unknown(name, similar)


def unknown(name: str, similar: Sequence[str]) -> Refusal:
    if not similar:
        return UnknownName(name=name)
    return SimilarName(name=name, similar=", ".join(dict.fromkeys(similar[:SUGGESTED])))


def settlement_of(row: Row, community: Community, search: Search) -> Settlement:
    """Raises UnknownPlaceCode, OtherName, UnknownName, SimilarName, SeveralOfName."""
    code, name = row[Field.SETTLEMENT_CODE].upper(), row[Field.SETTLEMENT]
    if code:
        found = next((each for each in community.settlements if each.code == code), None)
        if found is None:
            raise UnknownPlaceCode(code=code)
        if name and key_of(found.name) != key_of(name):
            raise OtherName(name=found.name)
        return found
    named = _by_name(community).get(key_of(name), [])
    if not named:
        hits = search.find(name, within={community.code})
        raise unknown(name, [each.settlement.name for each in hits if each.settlement is not None])
    if len(named) > 1:
        raise SeveralOfName(name=name)
    return named[0]


@lru_cache(maxsize=16)
def _by_name(community: Community) -> Mapping[str, Sequence[Settlement]]:
    """A file names the settlements of one community after the other."""
    found: dict[str, list[Settlement]] = {}
    for each in community.settlements:
        found.setdefault(key_of(each.name), []).append(each)
    return found


@dataclass(frozen=True, slots=True)
class Divided:
    """The rows of a form by the community that they are about; the others are `left`, with what is said of them."""

    rows: Mapping[CommunityCode, Sequence[Row]]
    left: Sequence[Row]
    findings: Sequence[Finding]


def divided(form: Form, places: Places) -> Divided:
    rows: dict[CommunityCode, list[Row]] = {}
    left = list(form.refused)
    findings = list(form.findings)
    for row in form.rows:
        try:
            rows.setdefault(places.community_of(row).code, []).append(row)
        except Refusal as refusal:
            left.append(row)
            findings.append(Finding.refused(row, refusal))
    return Divided(rows, left, findings)
