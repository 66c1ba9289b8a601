"""For a check of many small things: one test that names all that are wrong, instead of a test for each."""

from collections.abc import Iterable


def assert_none(faults: Iterable[object]) -> None:
    """Raises AssertionError with a line for each fault."""
    lines = [str(fault) for fault in faults]
    assert not lines, "\n".join(lines)
