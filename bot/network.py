"""What leaves this machine, and whether it is encrypted on its way: to a Bot API server, and to a database."""

from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import parse_qs, unquote, urlsplit

ENCRYPTED, VERIFIED = frozenset({"require", "verify-ca", "verify-full"}), frozenset({"verify-ca", "verify-full"})


def is_local(host: str) -> bool:
    """Whether a host is this machine: its name, an address of its own, or a socket in a folder."""
    if host in {"", "localhost"} or host.startswith("/"):
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def is_in_the_clear(url: str) -> bool:
    """Whether what goes to this address can be read on its way."""
    parts = urlsplit(url)
    return parts.scheme == "http" and not is_local(parts.hostname or "")


# PostgreSQL, by the rules of its own clients: what the address does not say, PGHOST and PGSSLMODE may.


def leaves_this_machine(dsn: str, env: Mapping[str, str]) -> bool:
    """Whether any server of this address is elsewhere."""
    named = urlsplit(dsn).netloc.rpartition("@")[2] or _option(dsn, "host") or env.get("PGHOST") or ""
    return not all(is_local(_without_port(each)) for each in named.split(","))


def sslmode(dsn: str, env: Mapping[str, str]) -> str | None:
    """How the connection is to be encrypted; None where nothing says it."""
    return _option(dsn, "sslmode") or env.get("PGSSLMODE") or None


def _option(dsn: str, name: str) -> str:
    return parse_qs(urlsplit(dsn).query).get(name, [""])[-1]


def _without_port(host: str) -> str:
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return unquote(host.partition(":")[0])
