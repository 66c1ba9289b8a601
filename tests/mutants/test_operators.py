"""Which mistakes are made: those that once slipped through, and none that change nothing."""

from textwrap import dedent

import pytest

from tests.mutants.operators import mutants_of


def changes(source: str) -> list[str]:
    return [mutant.change for mutant in mutants_of(dedent(source))]


@pytest.mark.parametrize(
    ("source", "change"),
    [
        ("async def react(): await desk_case(tx, actor)", "react: await desk_case(tx, actor) → pass"),
        ("def fault():\n if isinstance(error, Cut) and not flight.sent: give_up()", "fault: without not flight.sent"),
        ("def advise():\n if signs: raise CannotMove", "advise: raise CannotMove → pass"),
        ("def advise(case):\n case = taken(case)\n return case", "advise: case = taken(case) → pass"),
        ("def say(tx): tx.tell(letter, dedupe=name)", "say: tx.tell(…) without dedupe=name"),
        ("def due(at, now): return at <= now", "due: at <= now → at < now"),
        ("def busy(self): return [each for each in self.all if each.busy]", "busy: each.busy → not each.busy"),
        ("MOVES = {Act.CLOSE: Move({A, B})}", "MOVES[Act.CLOSE]: without B"),
        ("MOVES = {Act.CLOSE: Move({A, B})}", "MOVES: without Act.CLOSE"),
        ("class Limit:\n def use(self, count=1): self.used += count", "Limit.use: self.used += count → pass"),
        ("class Limit:\n def use(self, count=1): self.used += count", "Limit.use: 1 → 2"),
    ],
)
def test_a_mistake_of_each_kind_is_made(source: str, change: str) -> None:
    assert change in changes(source)


def test_no_two_mutants_are_the_same_and_none_is_the_module_itself() -> None:
    source = "def rated(case):\n    if case.ended and case.rating is None:\n        return replace(case, rating=1)\n"
    sources = [mutant.source for mutant in mutants_of(source)]
    assert len(sources) == len({source.strip(), *sources}) - 1


def test_types_decorators_and_logging_are_left_alone() -> None:
    source = """
        Renderers = Mapping[type[Letter], Renderer]

        @dataclass(frozen=True)
        class Case:
            rating: Literal[1]

        def told(case: Case) -> Literal[2]:
            log.info("told", times=1)
    """
    assert changes(source) == []


def test_only_what_is_in_a_function_can_be_changed_in_memory() -> None:
    source = "MOST = 10\ndef use(count=1): return count + 3\n"
    assert {mutant.change: mutant.in_function for mutant in mutants_of(source)} == {
        "MOST: 10 → 11": False,
        "use: 1 → 2": False,
        "use: return count + 3 → return None": True,
        "use: count + 3 → count - 3": True,
        "use: 3 → 4": True,
    }
