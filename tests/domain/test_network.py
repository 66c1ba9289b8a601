"""Which addresses are this machine's, and which connections can be read on their way."""

import pytest

from bot.network import is_in_the_clear, is_local, leaves_this_machine, sslmode
from bot.storage.postgres import needed_tls


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("localhost", True), ("127.0.0.1", True), ("127.8.9.1", True), ("::1", True), ("", True), ("/run/pg", True),
        ("localhost.example.org", False), ("10.0.0.1", False), ("postgres", False), ("0.0.0.0", False),  # noqa: S104
    ],
)  # fmt: skip
def test_only_this_machine_is_local(host: str, local: bool) -> None:
    assert is_local(host) is local


def test_only_http_to_another_machine_can_be_read() -> None:
    assert is_in_the_clear("http://bot-api:8081")
    assert is_in_the_clear("http://[2001:db8::1]:8081")
    for url in ("https://api.telegram.org", "http://127.0.0.1:8081", "http://[::1]:8081", "http://localhost"):
        assert not is_in_the_clear(url), url


AT_HOME = (
    "postgresql:///bot", "postgresql://bot@localhost/bot", "postgresql://bot:p@127.0.0.1:5432/bot",
    "postgresql://bot@[::1]:5432/bot", "postgresql:///bot?host=/var/run/postgresql", "postgresql://%2Fvar%2Frun/bot",
)  # fmt: skip
ELSEWHERE = (
    "postgresql://bot@db/bot", "postgresql://bot:p@10.0.0.1:5432/bot", "postgresql://bot@localhost:1,db:2/bot",
    "postgresql:///bot?host=db", "postgresql://bot:p%40ss@[2001:db8::1]/bot",
)  # fmt: skip


def test_a_server_elsewhere_is_asked_for_tls_and_one_on_this_machine_is_not() -> None:
    for dsn in AT_HOME:
        assert not leaves_this_machine(dsn, {}), dsn
        assert needed_tls(dsn, {}) is None, dsn
    for dsn in ELSEWHERE:
        assert leaves_this_machine(dsn, {}), dsn
        assert needed_tls(dsn, {}) == "require", dsn


def test_what_the_address_does_not_say_the_environment_may() -> None:
    assert leaves_this_machine("postgresql:///bot", {"PGHOST": "db"})
    assert sslmode("postgresql://db/bot", {"PGSSLMODE": "verify-full"}) == "verify-full"
    assert sslmode("postgresql://db/bot?sslmode=require", {"PGSSLMODE": "disable"}) == "require"


@pytest.mark.parametrize("mode", ["require", "verify-ca", "verify-full"])
def test_tls_that_is_asked_for_already_is_not_weakened(mode: str) -> None:
    assert needed_tls(f"postgresql://db/bot?sslmode={mode}", {}) is None
    assert needed_tls("postgresql://db/bot", {"PGSSLMODE": mode}) is None


@pytest.mark.parametrize("mode", ["prefer", "allow", "disable"])
def test_tls_that_is_left_to_chance_is_asked_for(mode: str) -> None:
    assert needed_tls(f"postgresql://db/bot?sslmode={mode}", {}) == "require"
