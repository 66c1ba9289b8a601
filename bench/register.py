"""How long a start and an answer of the register take: `python -m bench.register`."""

import random
import time
from collections.abc import Callable, Sequence
from statistics import mean, quantiles
from typing import ParamSpec

from rich.console import Console
from rich.progress import track
from rich.table import Table

from bot.register import Register, Search

P = ParamSpec("P")

ROUNDS = 50
MUST_MS = 20

TYPED = {
    "exact": ["Комишуваська", "Комишуваха", "с. Зоряне", "смт Кушугум", "Камʼянка", "м. Запоріжжя"],
    "many of one name": ["Іванівка", "Михайлівка", "Миколаївка", "Олександрівка", "Миколаївська"],
    "a beginning": ["Комишув", "нова", "ве", "но", "ста"],
    "a slip": ["комишувахська", "Вілянськ", "Орхів", "Гуляйполп", "Новоминолаївка", "Зорняе"],
    "Russian": ["Запорожье", "Николаевка", "Каменец-Подольский", "Соловьёвка", "Новониколаевка", "Жёлтые Воды"],
    "Latin letters": ["Komyshuvakha", "Komyshuvaska settlement community", "Ivanivka", "Nikolaevka", "Zaporizhzhya"],
    "with a region": [
        "Комышуваха запорожская",
        "Зоряне запорізької обл",
        "Запорізька обл., Запорізький р-н, с-ще Комишуваха",
        "Іванівка ивано-франковская",
        "Комишуаха Оріхівський район",
        "Новомиколаївка Чернігівська",
    ],
    "no community": ["Київ", "Севастопль", "Сімферополь", "Прип’ять", "Ялта"],
    "no name": ["", "🙂", "12345", "х" * 4000, "абв где жзи йкл " * 6, "Доброго дня, мене звати Оксана, я живу в селі"],
}


def measured(act: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> float:
    """Milliseconds that one call takes."""
    start = time.perf_counter()
    act(*args, **kwargs)
    return (time.perf_counter() - start) * 1000


def answer(search: Search, query: str) -> None:
    search.find(query)
    search.outside(query)


def with_slips(register: Register, count: int) -> list[str]:
    """Names of settlements, each with one letter left out."""
    chance = random.Random(1)  # noqa: S311 - the same queries each time, no secret
    names = [settlement.name for settlement in chance.sample(register.settlements, count)]
    cuts = [chance.randrange(len(name)) for name in names]
    return [name[:cut] + name[cut + 1 :] for name, cut in zip(names, cuts, strict=True)]


def row(times: Sequence[float]) -> list[str]:
    cuts = quantiles(times, n=100, method="inclusive")
    return [f"{len(times):,}", *(f"{value:.2f}" for value in (mean(times), cuts[49], cuts[94], cuts[98], max(times)))]


def main() -> None:
    console = Console()
    loads = [measured(Register.load) for _ in range(5)]
    register = Register.load()
    indexes = [measured(Search, register) for _ in range(5)]
    search = Search(register)

    table = Table("what", "times", "mean", "p50", "p95", "p99", "max", title="Register, ms")
    table.add_row("load", *row(loads))
    table.add_row("make ready for searching", *row(indexes), end_section=True)
    everything: list[float] = []
    for kind, queries in track(TYPED.items(), description="Searching", console=console):
        times = [measured(answer, search, query) for query in queries * ROUNDS]
        table.add_row(kind, *row(times))
        everything += times
    times = [measured(answer, search, query) for query in with_slips(register, 2000)]
    table.add_row("any settlement, a letter left out", *row(times), end_section=True)
    table.add_row(f"all answers (p99 must be ≤ {MUST_MS})", *row(everything + times))
    console.print(table)


if __name__ == "__main__":
    main()
