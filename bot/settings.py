"""The settings: config.toml, overridden by the environment. Read once, at start, and passed on as a Policy.

Only app and commands read them. All errors in them are found here and reported to the operator together, a line for
each setting: its name, what is wrong, an example. A line never repeats the value: it may be a secret.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, time, timedelta
from pathlib import Path
from typing import Annotated, Literal, get_args
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, ValidationError
from pydantic_core import ErrorDetails
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
    TomlConfigSettingsSource,
)

from bot.age import public_keys
from bot.cleaning.recordings import has_ffmpeg
from bot.domain.policy import (
    NEEDED_HOTLINES,
    CasePolicy,
    Controller,
    Curfew,
    DailySpan,
    DueTimes,
    Hotline,
    HotlineKey,
    InvitationPolicy,
    JoiningPolicy,
    NoticePolicy,
    Pace,
    Policy,
    PolygonFile,
    Retention,
    Term,
    WorkingTime,
)
from bot.network import ENCRYPTED, leaves_this_machine, sslmode
from bot.register import CommunityKind

_TOKEN_EXAMPLE = "123456789:AAE-letters-and-digits-from-BotFather"  # noqa: S105 -- an example
_RECIPIENT_EXAMPLE = "age1… as `python -m bot backup-key FILE` prints it"
_KATOTTG = r"^UA\d{17}$"


class WrongSettings(Exception):
    """The settings cannot be used; the text has a line for each that is wrong."""


def _url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("an address begins with https://")
    return value.rstrip("/")


def _webhook(value: str) -> str:
    parts = urlsplit(_url(value))
    if parts.scheme != "https" and parts.hostname not in {"localhost", "127.0.0.1"}:
        raise ValueError("Telegram calls only addresses that begin with https://")
    return value


def _database(value: str) -> str:
    if not re.match(r"sqlite:///.|postgresql://.", value):
        raise ValueError("a database is a file (sqlite:///) or a server (postgresql://)")
    return value


def _token(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"\d+:[\w-]+", value.get_secret_value(), re.ASCII):
        raise ValueError("this does not look like a token: digits, a colon, letters and digits")
    return value


def _secret(value: SecretStr) -> SecretStr:
    if not re.fullmatch(r"[\w-]{16,256}", value.get_secret_value(), re.ASCII):
        raise ValueError("16 to 256 letters, digits, _ and -")
    return value


def _content(path: object) -> SecretStr:
    try:
        return SecretStr(Path(str(path)).read_text(encoding="utf-8").strip())
    except (OSError, UnicodeDecodeError) as error:
        raise ValueError("the file cannot be read") from error


def _public_keys(value: str) -> str:
    return " ".join(public_keys(value))


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ControllerSettings(_Section):
    """Who holds the personal data, and where a consent is withdrawn."""

    name: str = Field(default="[назва органу — впишіть у config.toml]", min_length=1, examples=["Головне управління …"])
    contact: str = Field(
        default="[адреса, телефон або пошта — впишіть у config.toml]", min_length=1, examples=["вул. …, 1; пошта …"]
    )


def _moved(_: object) -> None:
    raise ValueError("is set in [due_times] now, by category: take it out here")


class CaseSettings(_Section):
    """The times of a case."""

    reopen_within_days: int = Field(default=14, ge=0, le=365, examples=[14])
    answer_in_working_days: Annotated[None, BeforeValidator(_moved)] = Field(
        default=None, examples=['usual = { answer = "3d", resolution = "20d" }']
    )
    draft_kept_hours: int = Field(default=24, ge=1, le=168, examples=[24])
    draft_reminded_minutes: int = Field(default=5, ge=1, le=60, examples=[5])
    draft_warned_hours: int = Field(default=2, ge=1, le=24, examples=[2])
    album_waits_seconds: float = Field(default=1.5, gt=0, le=10, examples=[1.5])
    album_waits_at_most_seconds: float = Field(default=10, gt=0, le=60, examples=[10])
    folded_after_messages: int = Field(default=5, ge=1, le=1000, examples=[5])
    open_at_most: int = Field(default=15, ge=1, le=1000, examples=[15])
    new_a_day_at_most: int = Field(default=10, ge=1, le=1000, examples=[10])
    withheld_hours: int = Field(default=72, ge=0, le=720, examples=[72])
    reminders: bool = Field(default=True, examples=[True])
    resolution_promised: bool = Field(default=False, examples=["false"])
    morning_lines: bool = Field(default=True, examples=[True])
    protect_content: bool = Field(default=True, examples=[True])
    neutral_pushes: bool = Field(default=True, examples=[True])
    threads: bool = Field(default=False, examples=[False])


_Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class WorkingTimeSettings(_Section):
    """When offices work."""

    days: tuple[_Day, ...] = Field(
        default=("mon", "tue", "wed", "thu", "fri"), min_length=1, examples=['["mon", "tue", "wed", "thu", "fri"]']
    )
    begins: time = Field(default=time(9), examples=["09:00:00"])
    ends: time = Field(default=time(18), examples=["18:00:00"])
    holidays: frozenset[date] = Field(default=frozenset(), max_length=366, examples=["[2026-12-25]"])


def _term(value: object) -> object:
    """Working hours, «4h», or working days, «3d»."""
    if isinstance(value, Term):
        return value
    found = re.fullmatch(r"([1-9]\d{0,2})([hd])", value) if isinstance(value, str) else None
    if found is None:
        raise ValueError("a number of working hours, as in 4h, or of working days, as in 3d")
    number = int(found[1])
    return Term(hours=number) if found[2] == "h" else Term(days=number)


def _term_or_none(value: object) -> object:
    return value if value == "none" else _term(value)


class DueTimeSettings(_Section):
    """How long a desk has in one category; what is left out is as usual."""

    answer: Annotated[Term | None, BeforeValidator(_term)] = Field(default=None, examples=['"3d"'])
    resolution: Annotated[Term | Literal["none"] | None, BeforeValidator(_term_or_none)] = Field(
        default=None, examples=['"20d"']
    )


_Subject = Literal[
    "usual",
    "domestic",
    "theft",
    "fraud",
    "suspicious",
    "order",
    "road",
    "children",
    "drugs",
    "environment",
    "care",
    "info",
    "complaint",
    "other",
    "question",
]


DUE_TIMES: dict[_Subject, DueTimeSettings] = {
    "usual": DueTimeSettings(answer=Term(days=3), resolution=Term(days=20)),
    "domestic": DueTimeSettings(answer=Term(hours=4), resolution=Term(days=10)),
    "children": DueTimeSettings(answer=Term(hours=4), resolution=Term(days=10)),
    "care": DueTimeSettings(answer=Term(days=1), resolution=Term(days=10)),
    "suspicious": DueTimeSettings(answer=Term(days=1), resolution=Term(days=20)),
    "question": DueTimeSettings(answer=Term(days=3), resolution=Term(days=10)),
    "info": DueTimeSettings(answer=Term(days=3), resolution=Term(days=10)),
}


def _has_usual(times: dict[_Subject, DueTimeSettings]) -> dict[_Subject, DueTimeSettings]:
    usual = times.get("usual")
    if usual is None or usual.answer is None or usual.resolution is None:
        raise ValueError("`usual` needs an answer and a resolution: for all categories without times of their own")
    return times


class NoticeSettings(_Section):
    """When people are written to without having asked."""

    quiet_from: time = Field(default=time(21), examples=["21:00:00"])
    quiet_until: time = Field(default=time(8), examples=["08:00:00"])
    reminder_at: time = Field(default=time(18), examples=["18:00:00"])
    morning_at: time = Field(default=time(8), examples=["08:00:00"])
    daily_at: time = Field(default=time(9), examples=["09:00:00"])


class RetentionSettings(_Section):
    """How long what leads to people is kept."""

    refused_days: int = Field(default=7, ge=1, le=90, examples=[7])
    set_aside_days: int = Field(default=30, ge=1, le=365, examples=[30])
    words_days: int = Field(default=365, ge=30, le=3650, examples=[365])
    anonymous_files_days: int = Field(default=90, ge=1, le=3650, examples=[90])
    links_days: int = Field(default=372, ge=30, le=3650, examples=[372])
    strangers_days: int = Field(default=7, ge=1, le=365, examples=[7])
    inactive_days: int = Field(default=730, ge=30, le=3650, examples=[730])
    deliveries_days: int = Field(default=730, ge=30, le=3650, examples=[730])
    invitations_days: int = Field(default=30, ge=1, le=365, examples=[30])
    directories_days: int = Field(default=7, ge=1, le=365, examples=[7])
    audit_days: int = Field(default=1095, ge=365, le=3650, examples=[1095])
    at: time = Field(default=time(3), examples=["03:00:00"])


class InvitationSettings(_Section):
    """One-time links to a post."""

    valid_hours: int = Field(default=48, ge=1, le=720, examples=[48])
    open_per_area: int = Field(default=3, ge=1, le=20, examples=[3])
    council_valid_days: int = Field(default=60, ge=1, le=180, examples=[60])


class JoiningSettings(_Section):
    """How long a community may rest at a step before somebody is reminded."""

    reminded_after_days: int = Field(default=14, ge=1, le=180, examples=[14])
    coordinators_after_days: int = Field(default=7, ge=1, le=180, examples=[7])


class PolygonSettings(_Section):
    """The borders of communities, by which a place that is sent finds its community."""

    path: Path | None = Field(default=None, examples=["/srv/bot/hromadas.geojson"])
    attribution: str = Field(
        default="Межі громад: © учасники OpenStreetMap, ODbL 1.0.", min_length=1, max_length=200, examples=["Межі: © …"]
    )


class PaceSettings(_Section):
    """How fast the bot may send."""

    messages_per_second: float = Field(default=30, gt=0, le=1000, examples=[30])
    chat_per_second: float = Field(default=1, gt=0, le=30, examples=[1])
    chat_burst: int = Field(default=5, ge=1, le=30, examples=[5])
    group_per_minute: int = Field(default=20, ge=1, le=60, examples=[20])
    paid: bool = Field(default=False, examples=["false"])


class HotlineSettings(_Section):
    """A number that residents see."""

    key: HotlineKey = Field(examples=["police"])
    number: str = Field(pattern=r"^\+?\d[\d -]{1,16}$", examples=["0 800 505 170"])
    checked_on: date = Field(examples=["2026-01-31"])
    emergency: bool = Field(default=False, examples=["true"])


class CurfewSettings(_Section):
    """When people have to stay at home, where their community has no other curfew."""

    begins: time = Field(default=time(0), examples=["00:00:00"])
    ends: time = Field(default=time(5), examples=["05:00:00"])


class LocalFactsSettings(_Section):
    """After how long the coordinators are told that a community's own numbers and curfew want to be checked."""

    recheck_days: int = Field(default=180, ge=7, le=730, examples=[180])


def _complete(hotlines: tuple[HotlineSettings, ...]) -> tuple[HotlineSettings, ...]:
    if missing := NEEDED_HOTLINES - {line.key for line in hotlines}:
        raise ValueError(f"the emergency cards name numbers that are missing: {', '.join(sorted(missing))}")
    return hotlines


class Settings(BaseSettings):
    """Everything that can be set. In config.toml by these names; in the environment with BOT_ before them."""

    model_config = SettingsConfigDict(env_prefix="BOT_", env_nested_delimiter="__", extra="forbid", frozen=True)

    token: Annotated[SecretStr, AfterValidator(_token)] | None = Field(default=None, examples=[_TOKEN_EXAMPLE])
    token_file: Annotated[SecretStr, BeforeValidator(_content), AfterValidator(_token)] | None = Field(
        default=None, examples=["/run/secrets/bot_token"]
    )
    api_url: Annotated[str, AfterValidator(_url)] = Field(
        default="https://api.telegram.org", examples=["https://api.telegram.org"]
    )
    database: Annotated[str, AfterValidator(_database)] = Field(
        default="sqlite:///data/bot.sqlite3", repr=False, examples=["sqlite:///data/bot.sqlite3"]
    )
    database_without_tls: bool = Field(default=False, examples=["false"])
    backup_recipient: Annotated[str, AfterValidator(_public_keys)] | None = Field(
        default=None, examples=[_RECIPIENT_EXAMPLE]
    )
    erasure_list: Path = Field(default=Path("backups/erasures.txt"), examples=["backups/erasures.txt"])
    keys_file: Path = Field(default=Path("keys/keys.json"), examples=["keys/keys.json"])
    keys: SecretStr | None = Field(default=None, examples=["the content of the file of keys"])
    webhook_url: Annotated[str, AfterValidator(_webhook)] | None = Field(
        default=None, examples=["https://bot.example.org/telegram"]
    )
    webhook_secret: Annotated[SecretStr, AfterValidator(_secret)] | None = Field(
        default=None, examples=["32 or more random letters and digits"]
    )
    web_host: str = Field(default="127.0.0.1", min_length=1, examples=["127.0.0.1"])
    web_port: int = Field(default=8080, ge=0, le=65535, examples=[8080])
    log_level: Literal["debug", "info", "warning", "error"] = Field(default="info", examples=["info"])
    log_format: Literal["json", "console"] = Field(default="json", examples=["json"])
    controller: ControllerSettings = ControllerSettings()
    cases: CaseSettings = CaseSettings()
    working_time: WorkingTimeSettings = WorkingTimeSettings()
    due_times: Annotated[dict[_Subject, DueTimeSettings], AfterValidator(_has_usual)] = Field(
        default=DUE_TIMES, examples=['usual = { answer = "3d", resolution = "20d" }']
    )
    notices: NoticeSettings = NoticeSettings()
    retention: RetentionSettings = RetentionSettings()
    invitations: InvitationSettings = InvitationSettings()
    joining: JoiningSettings = JoiningSettings()
    polygons: PolygonSettings = PolygonSettings()
    pace: PaceSettings = PaceSettings()
    hotlines: Annotated[tuple[HotlineSettings, ...], AfterValidator(_complete)] = Field(
        default=(), validate_default=True, examples=["the [[hotlines]] that config.toml comes with"]
    )
    curfew: CurfewSettings = CurfewSettings()
    local_facts: LocalFactsSettings = LocalFactsSettings()
    community_kinds: dict[Annotated[str, Field(pattern=_KATOTTG)], CommunityKind] = Field(
        default_factory=dict, examples=['UA23060000000000000 = "village"']
    )

    def bot_token(self) -> str:
        """The token, from either setting. Raises WrongSettings when neither is set."""
        given = self.token or self.token_file
        if given is None:
            raise WrongSettings(f"BOT_TOKEN: not set, nor is BOT_TOKEN_FILE. For example: BOT_TOKEN={_TOKEN_EXAMPLE}")
        return given.get_secret_value()

    def backup_keys(self) -> list[str]:
        """The public keys that backups are encrypted to. Raises WrongSettings when there is none."""
        if self.backup_recipient is None:
            raise WrongSettings(f"BOT_BACKUP_RECIPIENT: not set. For example: {_RECIPIENT_EXAMPLE}")
        return self.backup_recipient.split()

    def _due_times(self, subject: _Subject) -> DueTimes:
        own, usual = self.due_times[subject], self.due_times["usual"]
        resolution = own.resolution or usual.resolution
        return DueTimes(own.answer or usual.answer or Term(), None if resolution == "none" else resolution)

    def policy(self) -> Policy:
        """The settings that the domain needs."""
        return Policy(
            controller=Controller(self.controller.name, self.controller.contact),
            cases=CasePolicy(
                reopen_within=timedelta(days=self.cases.reopen_within_days),
                working_time=WorkingTime(
                    days=frozenset(map(get_args(_Day).index, self.working_time.days)),
                    begins=self.working_time.begins,
                    ends=self.working_time.ends,
                    holidays=self.working_time.holidays,
                ),
                usual_due_times=self._due_times("usual"),
                due_times={subject: self._due_times(subject) for subject in self.due_times},
                resolution_promised=self.cases.resolution_promised,
                draft_kept=timedelta(hours=self.cases.draft_kept_hours),
                draft_reminded=timedelta(minutes=self.cases.draft_reminded_minutes),
                draft_warned=timedelta(hours=self.cases.draft_warned_hours),
                album_waits=timedelta(seconds=self.cases.album_waits_seconds),
                album_waits_at_most=timedelta(seconds=self.cases.album_waits_at_most_seconds),
                folded_after=self.cases.folded_after_messages,
                open_at_most=self.cases.open_at_most,
                new_a_day_at_most=self.cases.new_a_day_at_most,
                withheld=timedelta(hours=self.cases.withheld_hours),
                reminders=self.cases.reminders,
                morning_lines=self.cases.morning_lines,
                protected=self.cases.protect_content,
                neutral_pushes=self.cases.neutral_pushes,
                threads=self.cases.threads,
            ),
            notices=NoticePolicy(
                quiet=DailySpan(self.notices.quiet_from, self.notices.quiet_until),
                reminder=self.notices.reminder_at,
                morning=self.notices.morning_at,
                daily=self.notices.daily_at,
            ),
            retention=Retention(
                refused=timedelta(days=self.retention.refused_days),
                set_aside=timedelta(days=self.retention.set_aside_days),
                words=timedelta(days=self.retention.words_days),
                anonymous_files=timedelta(days=self.retention.anonymous_files_days),
                links=timedelta(days=self.retention.links_days),
                strangers=timedelta(days=self.retention.strangers_days),
                inactive=timedelta(days=self.retention.inactive_days),
                deliveries=timedelta(days=self.retention.deliveries_days),
                invitations=timedelta(days=self.retention.invitations_days),
                directories=timedelta(days=self.retention.directories_days),
                audit=timedelta(days=self.retention.audit_days),
                at=self.retention.at,
            ),
            pace=Pace(**self.pace.model_dump()),
            invitations=InvitationPolicy(
                timedelta(hours=self.invitations.valid_hours),
                self.invitations.open_per_area,
                timedelta(days=self.invitations.council_valid_days),
            ),
            joining=JoiningPolicy(
                timedelta(days=self.joining.reminded_after_days), timedelta(days=self.joining.coordinators_after_days)
            ),
            polygons=PolygonFile(self.polygons.path, self.polygons.attribution),
            hotlines=tuple(Hotline(**line.model_dump()) for line in self.hotlines),
            curfew=Curfew(self.curfew.begins, self.curfew.ends),
            facts_recheck=timedelta(days=self.local_facts.recheck_days),
            community_kinds=self.community_kinds,
            recordings_cleaned=has_ffmpeg(),
            erasure_list=self.erasure_list,
        )


def load_settings(config: Path, env: Mapping[str, str]) -> Settings:
    """Read config.toml, overridden by `env`; an empty variable counts as unset. Raises WrongSettings."""

    class Environment(EnvSettingsSource):
        def _load_env_vars(self) -> Mapping[str, str | None]:
            return {name.lower(): value for name, value in env.items() if value}

    class Read(Settings):
        @classmethod
        def settings_customise_sources(
            cls, settings_cls: type[BaseSettings], *_: PydanticBaseSettingsSource, **__: PydanticBaseSettingsSource
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            return Environment(settings_cls), TomlConfigSettingsSource(settings_cls, config)

    if not config.is_file():
        raise WrongSettings(f"{config}: there is no such file. The project comes with one: config.toml")
    try:
        settings = Read()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise WrongSettings(f'{config}: not readable as TOML: {error}. For example: name = "value"') from error
    except SettingsError as error:
        raise WrongSettings(f"{error}. A section is set in the environment by its values: BOT_PACE__PAID") from None
    except ValidationError as error:
        # The messages of these two errors contain the values, so they are not kept as the cause.
        raise WrongSettings("\n".join(_line(problem, env) for problem in error.errors(include_input=False))) from None
    if problems := list(_contradictions(settings, env)):
        raise WrongSettings("\n".join(problems))
    return settings


def _contradictions(settings: Settings, env: Mapping[str, str]) -> Iterator[str]:
    if settings.token and settings.token_file:
        yield "BOT_TOKEN: set, and BOT_TOKEN_FILE too; set one of them. For example: BOT_TOKEN_FILE=/run/secrets/token"
    if settings.webhook_url and not settings.webhook_secret:
        yield "BOT_WEBHOOK_SECRET: not set, while BOT_WEBHOOK_URL is. For example: 32 or more random letters and digits"
    if not settings.database_without_tls and settings.database.startswith("postgresql:"):
        mode = sslmode(settings.database, env)
        if mode is not None and mode not in ENCRYPTED and leaves_this_machine(settings.database, env):
            yield (
                "BOT_DATABASE: its sslmode does not encrypt the connection to another machine. For example: "
                "?sslmode=verify-full; in a network that nobody else reads, BOT_DATABASE_WITHOUT_TLS=true"
            )
    if settings.working_time.begins >= settings.working_time.ends:
        yield "[working_time] ends: not after begins. For example: 18:00:00"
    if settings.cases.album_waits_at_most_seconds < settings.cases.album_waits_seconds:
        yield "[cases] album_waits_at_most_seconds: less than album_waits_seconds. For example: 10"
    kept = settings.retention
    if kept.links_days < kept.words_days:
        yield "[retention] links_days: less than words_days; the text goes first. For example: 372"
    if settings.cases.reopen_within_days >= min(kept.words_days, kept.anonymous_files_days):
        yield "[retention] words_days, anonymous_files_days: not longer than a case can be reopened. For example: 90"


def _line(problem: ErrorDetails, env: Mapping[str, str]) -> str:
    """The line for a setting: its name as the operator wrote it, what is wrong, an example."""
    path = problem["loc"]
    variable = "BOT_" + "__".join(str(step) for step in path).upper()
    top, *rest = (str(step) for step in path if step != "[key]")
    in_file = f"[{top}] {'.'.join(rest)}" if rest else top
    name = variable if variable in env else in_file
    why = problem["msg"].removeprefix("Value error, ")
    example = _example(path)
    return f"{name}: {why}." + (f" For example: {example}" if example else "")


def _example(path: Iterable[str | int]) -> str | None:
    """The example of the setting, or of the nearest section above it that has one."""
    model: type[BaseModel] = Settings
    example = None
    for step in path:
        field = model.model_fields.get(str(step))
        if field is None:  # an index of a list, a code in a table
            continue
        if field.examples:
            example = str(field.examples[0])
        kinds = (field.annotation, *get_args(field.annotation))
        model = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), model)
    return example
