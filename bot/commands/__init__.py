"""The operator's commands: `run`, `migrate`, `check`, `invite`, `people`, `keys`, `audit`, `directory`, `figures`,
`retention`, `backup`, `backup-key`, `restore`, `register`, `set-aside`.

An error that an operator can mend is reported in one line and ends with 2 where the settings or the token are wrong,
with 1 otherwise. Of any other error the place is reported and not the text: it could carry the token, or what people
wrote.
"""

import os
import sys

import typer

from bot.commands import audit, directory, figures, invite, keys, people, register, set_aside
from bot.commands.backup import backup, backup_key
from bot.commands.check import check
from bot.commands.common import explained
from bot.commands.restore import restore
from bot.commands.retention import retention
from bot.commands.run import migrate, run
from bot.logs import trace

cli = typer.Typer(
    help="The bot through which residents and their police officer write to each other.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,  # they would show the values of variables
)
cli.command()(run)
cli.command()(migrate)
cli.command()(check)
cli.command()(retention)
cli.command()(backup)
cli.command(name="backup-key")(backup_key)
cli.command()(restore)
cli.add_typer(invite.cli, name="invite")
cli.add_typer(people.cli, name="people")
cli.add_typer(audit.cli, name="audit")
cli.add_typer(figures.cli, name="figures")
cli.add_typer(keys.cli, name="keys")
cli.add_typer(directory.cli, name="directory")
cli.add_typer(register.cli, name="register")
cli.add_typer(set_aside.cli, name="set-aside")


def command_line() -> None:
    """Carry out what the command line asks for. What it writes, only its own user may read."""
    os.umask(0o077)
    try:
        cli()
    except Exception as error:  # noqa: BLE001  # the last place: reported, and the process ends with it
        explanation = explained(error)
        print(explanation.line if explanation else f"bot: a fault of its own: {trace(error)}", file=sys.stderr)
        sys.exit(explanation.exit_code if explanation else 1)
