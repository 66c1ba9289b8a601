"""How a figure compares with what must be reached, or is aimed at, as a cell of a table."""


def at_most(value: float, limit: float) -> str:
    return f"≤ {limit:g} {'✓' if value <= limit else '✗'}"


def at_least(value: float, limit: float) -> str:
    return f"≥ {limit:g} {'✓' if value >= limit else '✗'}"
