"""`register`: what a new edition of the register changes, and moving this database to it.

The edition is the ministry's workbook, or a register.json.gz as it ships with the project. The bot goes on with the
register that ships with it until that file is another one: see docs/operating.md, A new edition of the register.
"""

import asyncio
from functools import partial
from pathlib import Path
from typing import Annotated
from zipfile import BadZipFile

import typer
from rich.console import Console
from rich.table import Column, Table

from bot.commands.common import DEFAULT_CONFIG, Config, Fault, faults_of, in_store, settings_in
from bot.register import Register
from bot.register.editions import changes
from bot.services import editions
from bot.services.editions import Plan

cli = typer.Typer(help="A new edition of the official register.", no_args_is_help=True)
File = Annotated[
    Path, typer.Argument(exists=True, dir_okay=False, help="The ministry's workbook (.xlsx), or a register.json.gz.")
]


@cli.command()
def compare(file: File, config: Config = DEFAULT_CONFIG) -> None:
    """Show what changed since the edition that the bot runs with, and what of it concerns this database."""
    used, edition = Register.load(), edition_in(file)
    uses = asyncio.run(in_store(config, editions.by_code))
    console = _console()
    console.print(f"From the edition of {used.edition} to that of {edition.edition}:")
    table = Table(
        Column("what", no_wrap=True), Column("code", no_wrap=True), "before", "now", "in this database", box=None
    )
    for each in changes(used, edition):
        rows = ", ".join(map(str, uses.get(each.code, ())))
        table.add_row(each.what, each.code, each.before, each.after, rows)
    console.print(table if table.row_count else "Nothing changed.")
    for code in sorted(settings_in(config).policy().community_kinds):
        if not edition.has_community(code):
            console.print(f"{config}: the kind of {code} has to go, for it is not in that edition")
    _print(console, asyncio.run(in_store(config, partial(editions.planned, used=used, edition=edition))), edition)


@cli.command()
def move(
    file: File,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only show what would be moved.")] = False,
    config: Config = DEFAULT_CONFIG,
) -> None:
    """Move this database to a new edition, as far as that is certain, and list what a person has to decide."""
    used, edition = Register.load(), edition_in(file)
    work = editions.planned if dry_run else editions.move
    plan = asyncio.run(in_store(config, partial(work, used=used, edition=edition)))
    _print(_console(), plan, edition, moved=not dry_run)


def _print(console: Console, plan: Plan, edition: Register, *, moved: bool = False) -> None:
    lines = list(plan.lines(edition))
    console.print(f"{'Moved' if moved else 'Can be moved'}: {len(lines)}")
    for line in lines:
        console.print(f"  {line}")
    console.print(f"For a person to decide: {len(plan.left)}")
    for line in plan.left:
        console.print(f"  {line}")


def _console() -> Console:
    """Nothing in a name is markup, and a line is a line: what reads them may be a program."""
    return Console(markup=False, emoji=False, highlight=False, soft_wrap=True)


def edition_in(file: Path) -> Register:
    """Raises Fault for a file that is no edition."""
    from bot.register import importer  # noqa: PLC0415  # it brings openpyxl, which no other command needs

    try:
        with faults_of(file):
            if file.suffix == ".gz":
                return Register.load(file)
            return Register(importer.build(importer.read_units(file), importer.edition_of(file)), {})
    except (importer.BadWorkbook, BadZipFile, ValueError, KeyError) as wrong:
        raise Fault(f"{file}: not an edition of the register: {wrong}") from wrong
