"""`make mutants`: put small mistakes into the bot's code one by one, and list those on which no test fails.

All of it happens in a copy of the tree. What was found is kept in build/mutants.jsonl: a run that was broken off goes
on where it stopped, a mutant that was caught is not tried again, and one that survived is tried again once its tests
have changed. Survivors named exactly so in docs/testing.md are known.

Each mutant is a process of its own, forked where all is imported already: one within a function is put into the
functions in memory, so that only a changed table costs the imports again.
"""

import gc
import json
import os
import shutil
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from io import StringIO
from pathlib import Path
from types import CodeType, FrameType, FunctionType

import pytest

from tests.mutants.concerned import MODULES, tests_of
from tests.mutants.operators import Mutant, mutants_of

ROOT = Path(__file__).parent.parent.parent
FOUND = ROOT / "build" / "mutants.jsonl"
KNOWN = ROOT / "docs" / "testing.md"
LEFT_BEHIND = shutil.ignore_patterns(".*", "build", "data", "docs", "__pycache__")
OURS = {"bench", "bot", "simulator", "tests"}
PYTEST = (
    *("-p", "no:cacheprovider", "-p", "no:xdist", "--basetemp=temp"),
    *("-k", "not postgresql"),  # that half of a test takes longer, and sees the same code
    *("--timeout=20", "--timeout-method=thread"),  # ends the process: hypothesis would try again what hangs
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a mutant, known by its source; `tests` is what its tests were like."""

    module: str
    change: str
    mutant: str
    tests: str
    caught: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the tree, in which one module is changed."""

    root: Path

    def enter(self, tests: Sequence[str]) -> None:
        """Work there from now on, with all imported that these tests need. Raises SystemExit when that fails."""
        os.chdir(self.root)
        sys.path[0] = str(self.root)
        forget_ours()
        with redirect_stdout(StringIO()) as said:
            failed = pytest.main([*PYTEST, "--collect-only", *tests])
        if failed:
            raise SystemExit(said.getvalue())

    def passes(self, module: str, mutant: Mutant, tests: Sequence[str]) -> bool:
        """Whether these tests pass with a mutant of the module. Raises SystemExit when they were killed."""
        path = self.root / module
        path.write_text(mutant.source)
        for compiled in path.parent.glob(f"__pycache__/{path.stem}.*"):
            compiled.unlink()  # by size and second it may be the last mutant's
        child = os.fork()
        if child == 0:
            log = os.open("log", os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
            os.dup2(log, 1)
            os.dup2(log, 2)
            if mutant.in_function and calling(mutant) is not None:
                change_functions(path, mutant.source)
            else:  # a table, or what is called when the module is imported
                forget_ours()
            code = pytest.main([*PYTEST, *tests], [WhatIsAsked(path, mutant), UntilOneFails()])
            sys.stdout.flush()
            os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        if code < 0:
            raise SystemExit(f"{module}: its tests were ended by signal {-code}; run it again, it goes on from here")
        return code == 0


LAST, CALLS = Path("last"), Path("calls.json")  # in the copy


def calling(mutant: Mutant) -> list[str] | None:
    """The tests that call the changed function; None where none of them does."""
    found: list[str] | None = json.loads(CALLS.read_text()).get(mutant.function)
    return found


@dataclass(frozen=True, slots=True)
class WhatIsAsked:
    """Of a changed function only the tests that call it, which are noted when the tests run without a mutant. What
    caught the last mutant goes first, for it often catches the next one.
    """

    path: Path
    mutant: Mutant
    calls: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))  # tests by function

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        last = LAST.read_text() if LAST.exists() else ""
        these = calling(self.mutant) if self.mutant.in_function else None
        items[:] = sorted(
            (item for item in items if these is None or item.nodeid in these), key=lambda item: item.nodeid != last
        )

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        if self.mutant.change:  # it is one
            return (yield)
        called: set[str] = set()

        def note(frame: FrameType, event: str, _: object) -> None:
            if event == "call" and frame.f_code.co_filename == str(self.path):
                called.add(frame.f_code.co_qualname.replace("<locals>.", ""))

        sys.setprofile(note)
        try:
            return (yield)
        finally:
            sys.setprofile(None)
            for function in called:
                self.calls[function].append(item.nodeid)

    def pytest_sessionfinish(self) -> None:
        if not self.mutant.change:
            CALLS.write_text(json.dumps(self.calls))


class UntilOneFails:
    """Ends the process at the first failure: a teardown after it might wait for ever."""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            LAST.write_text(report.nodeid)
            print(report.nodeid, report.longreprtext, sep="\n", flush=True)
            os._exit(1)


def forget_ours() -> None:
    """Have our own modules imported again."""
    for name in [name for name in sys.modules if name.split(".")[0] in OURS]:
        del sys.modules[name]


def change_functions(path: Path, source: str) -> None:
    """Give the functions that were imported from this file the code that they have in this text of it."""
    changed = dict(codes(compile(source, str(path), "exec", dont_inherit=True)))
    gc.unfreeze()  # the bot freezes what it has loaded, and what is frozen is not listed
    for each in gc.get_objects():
        if isinstance(each, FunctionType) and each.__code__.co_filename == str(path):
            each.__code__ = changed.get(each.__code__.co_qualname, each.__code__)


def codes(code: CodeType) -> Iterator[tuple[str, CodeType]]:
    """The code of a module's functions and methods, by name."""
    for each in code.co_consts:
        if isinstance(each, CodeType):
            yield each.co_qualname, each
            yield from codes(each)


def outcomes_of(copy: Copy, module: str, before: dict[str, Outcome]) -> Iterator[tuple[Mutant, Outcome]]:
    """What becomes of each mutant of a module. Raises SystemExit when its tests fail without any."""
    source = (ROOT / module).read_text()
    tests = tests_of(ROOT, module)
    state = digest(*((ROOT / each).read_text() for each in tests))
    checked = False
    for mutant in mutants_of(source):
        known = before.get(digest(module, mutant.source))
        if known is None or not (known.caught or known.tests == state):
            if not checked and not copy.passes(module, Mutant(0, "", source, in_function=False), tests):
                raise SystemExit(f"{module}: its tests fail as it is:\n{(copy.root / 'log').read_text()}")
            checked = True
            caught = not copy.passes(module, mutant, tests)
            known = Outcome(module, mutant.change, digest(module, mutant.source), state, caught)
            keep(known)
        yield mutant, known
    (copy.root / module).write_text(source)


def digest(*texts: str) -> str:
    return sha256("\0".join(texts).encode()).hexdigest()[:16]


def keep(outcome: Outcome) -> None:
    FOUND.parent.mkdir(exist_ok=True)
    with FOUND.open("a") as file:
        file.write(json.dumps(asdict(outcome), ensure_ascii=False) + "\n")


def kept() -> dict[str, Outcome]:
    lines = FOUND.read_text().splitlines() if FOUND.exists() else []
    return {outcome.mutant: outcome for outcome in (Outcome(**json.loads(line)) for line in lines)}


def report(copy: Copy, module: str) -> int:
    """Print what survives in a module as it is found; how many of these are not known."""
    known, tried, survived, new = KNOWN.read_text() if KNOWN.exists() else "", 0, 0, 0
    for mutant, outcome in outcomes_of(copy, module, kept()):
        tried += 1
        if not outcome.caught:
            survived += 1
            is_new = mutant.change not in known
            new += is_new
            print(f"{module}:{mutant.line} {mutant.change}{'' if is_new else '  (known)'}", flush=True)
    print(f"== {module}: {tried} mutants, {survived} survive, {new} of them unknown", flush=True)
    return new


def main(modules: Sequence[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(Path(folder).resolve() / "tree")
        shutil.copytree(ROOT, copy.root, ignore=LEFT_BEHIND)
        copy.enter(sorted({test for module in modules for test in tests_of(ROOT, module)}))
        new = sum(report(copy, module) for module in modules)
    sys.exit(min(new, 1))


if __name__ == "__main__":
    main(sys.argv[1:] or MODULES)
