"""`directory`: communities, areas, offices, hours and officers to invite as one spreadsheet, taken in and given out."""

import asyncio
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track

from bot.clock import SystemClock
from bot.commands.common import DEFAULT_CONFIG, Config, Fault, faults_of, in_store, settings_in, store_of
from bot.domain.directory import Finding, Level, Row
from bot.domain.directory import form_of as form_in
from bot.domain.directory_places import Divided, divided
from bot.domain.directory_places import Places as Names
from bot.domain.languages import Language
from bot.domain.refusals import Refusal
from bot.handlers.directory.workbook import export_of, form_of, line
from bot.register import CommunityCode, Register, Search
from bot.services.directory import BY_OPERATOR, Places, apply, check, gather_all
from bot.settings import Settings
from bot.sheets import Workbook
from bot.sheets.process import read
from bot.storage.transaction import Store
from bot.texts import Say, Texts

LOCALES = Path(__file__).parent.parent.parent / "locales"
SHOWN = (Level.ERROR, Level.NOTE, Level.CREATED, Level.CHANGED)

cli = typer.Typer(help="The directory as one spreadsheet (XLSX).", no_args_is_help=True)
File = Annotated[Path, typer.Argument(help="The spreadsheet.", metavar="FILE")]


@cli.command()
def template(file: File) -> None:
    """Write the empty form; its first sheet says how to fill it in."""
    _write(file, form_of(_say(), [], {}))


@cli.command()
def export(file: File, config: Config = DEFAULT_CONFIG) -> None:
    """Write the form with all that the database holds."""
    register = Register.load()
    known = asyncio.run(in_store(config, gather_all))
    _write(file, export_of(_say(), register, known))
    typer.echo(f"{file}: communities: {len(known)}")


@cli.command("import")
def take_in(
    file: File,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would change.")] = False,
    config: Config = DEFAULT_CONFIG,
) -> None:
    """Say row by row what is wrong and what would change; where nothing is wrong, change it. Deletes nothing."""
    with faults_of(file):
        file.open("rb").close()
    asyncio.run(_take_in(settings_in(config), file.resolve(), dry_run=dry_run))


async def _take_in(settings: Settings, file: Path, *, dry_run: bool) -> None:
    register = Register.load(kinds=settings.policy().community_kinds)
    places = Places(register, Search(register))
    form = await _read(file, places)
    async with store_of(settings) as store:
        found = await store.read(partial(check, author=BY_OPERATOR, places=places, rows=form.rows))
        findings = [*form.findings, *(each for plan in found.values() for each in plan.findings)]
        _report(findings)
        if any(each.level is Level.ERROR for each in findings):
            raise Fault("nothing was changed: put the errors right first")
        if not dry_run:
            await _apply(store, places, form.rows)
            await store.database.knock()


async def _apply(store: Store, places: Places, rows: Mapping[CommunityCode, Sequence[Row]]) -> None:
    """Each community in a transaction of its own. Broken off, it is begun again: what is done is found unchanged."""
    refused: list[Finding] = []
    for code in track(list(rows), console=Console(stderr=True), transient=True, description="carrying out"):
        planned = await store.transact(partial(apply, author=BY_OPERATOR, places=places, code=code, rows=rows[code]))
        refused += [each for each in planned.findings if each.level is Level.ERROR]
    if refused:
        _report(refused)
        raise Fault("somebody changed these communities meanwhile: in them nothing was changed")


async def _read(file: Path, places: Places) -> Divided:
    """Raises Fault for what is no such form."""
    with tempfile.TemporaryDirectory() as folder:
        workbook = await read(file, Path(folder) / "read", SystemClock().timeout)
    return _divided(workbook, places, file)


def _divided(workbook: Workbook, places: Places, file: Path) -> Divided:
    try:
        return divided(form_in(workbook), Names(places.register, places.search, None))
    except Refusal as refusal:
        raise Fault(f"{file}: {_say()(refusal.key)}") from None


def _report(findings: Sequence[Finding]) -> None:
    say = _say()
    for each in findings:
        if each.level in SHOWN:
            typer.echo(f"{each.level}: {line(say, each)}")
    counts = {level: sum(each.level is level for each in findings) for level in Level}
    typer.echo(", ".join(f"{level}: {count}" for level, count in counts.items()))


def _write(file: Path, content: bytes) -> None:
    with faults_of(file):
        file.write_bytes(content)


def _say() -> Say:
    return Texts.load(LOCALES).of(Language.EN)
