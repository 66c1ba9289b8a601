"""What the operator has decided, as plain typed values: read from the settings once, handed to code that needs it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.register import CommunityKind

KYIV = ZoneInfo("Europe/Kyiv")
"""The zone in which people here live: for dates that they read, working days, quiet hours."""


class HotlineKey(StrEnum):
    """The services whose numbers the bot can show. The title of each is in the texts as `hotline-<key>`."""

    POLICE = "police"
    RESCUE = "rescue"
    AMBULANCE = "ambulance"
    GAS = "gas"
    SINGLE = "single"
    DUTY = "duty"
    VIOLENCE = "violence"
    LA_STRADA = "la_strada"
    CHILDREN = "children"
    LIFELINE = "lifeline"
    CYBERPOLICE = "cyberpolice"
    MISSING = "missing"
    LEGAL_AID = "legal_aid"
    GOVERNMENT = "government"


NEEDED_HOTLINES = frozenset(
    {
        HotlineKey.POLICE,
        HotlineKey.RESCUE,
        HotlineKey.AMBULANCE,
        HotlineKey.GAS,
        HotlineKey.SINGLE,
        HotlineKey.VIOLENCE,
        HotlineKey.CHILDREN,
        HotlineKey.LIFELINE,
    }
)
"""Those that the emergency cards name: an operator may change their numbers but not leave them out."""


@dataclass(frozen=True, slots=True)
class Hotline:
    """A number to call."""

    key: HotlineKey
    number: str
    checked_on: date
    emergency: bool = False


@dataclass(frozen=True, slots=True)
class Controller:
    """Who holds the personal data («володілець») and where a consent is withdrawn: both are in the consent text."""

    name: str
    contact: str

    @property
    def is_named(self) -> bool:
        """False while either is still the placeholder in square brackets that the project comes with."""
        return not (self.name.startswith("[") or self.contact.startswith("["))


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """When offices work: on these days of the week (Monday is 0) but for holidays. Times of the day in Kyiv."""

    days: frozenset[int]
    begins: time
    ends: time
    holidays: frozenset[date]

    @property
    def day_lasts(self) -> timedelta:
        return datetime.combine(date.min, self.ends) - datetime.combine(date.min, self.begins)


@dataclass(frozen=True, slots=True)
class Term:
    """So many working days, or so many working hours."""

    days: int = 0
    hours: int = 0


@dataclass(frozen=True, slots=True)
class DueTimes:
    """How long a desk has for an answer, each time that its resident waits for one, and until the case is resolved;
    None: it has no due time for that.
    """

    answer: Term
    resolution: Term | None


@dataclass(frozen=True, slots=True)
class CasePolicy:
    """The times of a case. `folded_after`: how many of its messages may wait in one chat of its desk.

    A person may have so many cases open, and send so many within 24 hours; danger is taken all the same.
    `due_times` are those of a subject: a category or, without one, a kind; `usual_due_times` those of all others.
    `reminders`: of what is due; `morning_lines`: to officers, how much waits for each.
    """

    reopen_within: timedelta
    working_time: WorkingTime
    usual_due_times: DueTimes
    due_times: Mapping[str, DueTimes]
    resolution_promised: bool  # a resident is told by when the case is to be resolved
    draft_kept: timedelta
    draft_reminded: timedelta  # its writer is reminded of a draft when they have added nothing for so long
    draft_warned: timedelta  # and so long before it is erased
    album_waits: timedelta
    album_waits_at_most: timedelta
    folded_after: int
    open_at_most: int
    new_a_day_at_most: int
    withheld: timedelta  # so long a queue is closed to the coordinator who made it, where others can read it
    protected: bool  # in an officer's chat what people wrote can neither be copied nor passed on
    reminders: bool
    morning_lines: bool
    neutral_pushes: bool  # what is written in some categories comes to an officer's chat by a press alone
    threads: bool  # in an officer's chat each case has a thread of its own, if the bot has topics there

    def due_times_of(self, subject: str) -> DueTimes:
        return self.due_times.get(subject, self.usual_due_times)

    def warned_at(self, touched_at: datetime) -> datetime:
        """When the writer of what was not sent is told that it is erased soon: never before half of its time."""
        return touched_at + self.draft_kept - min(self.draft_warned, self.draft_kept / 2)


@dataclass(frozen=True, slots=True)
class Retention:
    """How long what leads to people is kept. `refused`: letters that Telegram refused.

    From its closing on a case keeps its `words` and its `links` to persons so long, an anonymous one its files; a
    person who has not written or pressed anything for so long is `inactive`. `at`: the time of day in Kyiv.
    """

    refused: timedelta
    set_aside: timedelta
    words: timedelta
    anonymous_files: timedelta
    links: timedelta
    strangers: timedelta
    inactive: timedelta
    deliveries: timedelta
    invitations: timedelta
    directories: timedelta
    audit: timedelta
    at: time


@dataclass(frozen=True, slots=True)
class InvitationPolicy:
    """How long a link is good, and then a proposal waits; how many of both an area, or a council, may have at a time.
    A link to a council goes by letter, and is good for longer.
    """

    valid: timedelta
    open_per_area: int
    council_valid: timedelta


@dataclass(frozen=True, slots=True)
class JoiningPolicy:
    """How long a community may rest at a step: until the side whose turn it is is reminded, then its coordinators."""

    side: timedelta
    coordinators: timedelta


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast the bot may send. `chat_burst` messages to one chat may go immediately, then `chat_per_second`."""

    messages_per_second: float
    chat_per_second: float
    chat_burst: int
    group_per_minute: int
    paid: bool


@dataclass(frozen=True, slots=True)
class DailySpan:
    """A part of each day, as people's clocks show it in Kyiv; it may go on past midnight."""

    begins: time
    ends: time

    def holds(self, now: datetime) -> bool:
        of_day = now.astimezone(KYIV).time()
        if self.begins <= self.ends:
            return self.begins <= of_day < self.ends
        return of_day >= self.begins or of_day < self.ends

    def next_end(self, now: datetime) -> datetime:
        here = now.astimezone(KYIV)
        day = here.date() if here.time() < self.ends else here.date() + timedelta(days=1)
        return datetime.combine(day, self.ends, KYIV).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class NoticePolicy:
    """When people are written to without having asked. Times of the day in Kyiv.

    `reminder` is the time at which tomorrow's office hours are sent, `morning` that of today's; `daily` that of the
    letter to coordinators and the officers' morning line. `quiet`: when ordinary notices wait.
    """

    quiet: DailySpan
    reminder: time
    morning: time
    daily: time

    def is_quiet(self, now: datetime) -> bool:
        """Whether it is a time at which an ordinary notice waits."""
        return self.quiet.holds(now)

    def quiet_ends(self, now: datetime) -> datetime:
        """The next end of quiet hours after `now`."""
        return self.quiet.next_end(now)


@dataclass(frozen=True, slots=True)
class Curfew:
    """When people have to stay at home; from and to the same time: never."""

    begins: time
    ends: time

    def forbids(self, starts: time, ends: time) -> bool:
        """Whether some of the time from `starts` to a later `ends` of one day is in it."""
        if self.begins <= self.ends:
            return starts < self.ends and ends > self.begins
        return starts < self.ends or ends > self.begins


@dataclass(frozen=True, slots=True)
class PolygonFile:
    """The borders of communities (GeoJSON); `attribution` is shown where they are used, as their licence wants it."""

    path: Path | None
    attribution: str


@dataclass(frozen=True, slots=True)
class Policy:
    """All that the operator has decided. `community_kinds` corrects the register, by KATOTTG code; `erasure_list` is
    the file beside the backups that says what was erased on request.
    """

    controller: Controller
    cases: CasePolicy
    notices: NoticePolicy
    retention: Retention
    pace: Pace
    invitations: InvitationPolicy
    joining: JoiningPolicy
    hotlines: tuple[Hotline, ...]  # of the country: a community may have others, `storage.local_facts`
    curfew: Curfew  # as above
    facts_recheck: timedelta  # after which the coordinators are told that what is set for a community is old
    community_kinds: Mapping[str, CommunityKind]
    polygons: PolygonFile
    recordings_cleaned: bool  # whether ffmpeg is here, without which video and audio cannot be cleaned
    erasure_list: Path

    def problems(self) -> tuple[str, ...]:
        """What the operator has still to decide before residents may be let in, a sentence each."""
        if self.controller.is_named:
            return ()
        placeholder = (
            "[controller] name, contact: still the placeholder. The consent text must say who holds the personal data"
            " and where a consent is withdrawn: fill both in config.toml."
        )
        return (placeholder,)
