"""The small mistakes: every place of a module where one can be made, and the module with it made.

Made is what reviews and faults have shown to matter here: a check that is left out, a condition turned round, an
effect that does not happen, an entry that a table lacks, a bound that is off by one.
"""

import ast
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

T = TypeVar("T")

FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef
LEFT_ALONE = {"annotation", "returns", "decorator_list", "bases"}
OPPOSITES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
COMPARED = OPPOSITES | {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one mistake. `change` names it without its line, which changes with the lines above it."""

    line: int
    change: str
    source: str
    in_function: bool  # so that nothing has to be imported again

    @property
    def function(self) -> str:
        """The one that has the mistake, with its class."""
        return self.change.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Place:
    """A node of the tree, and how another is put in its place."""

    node: ast.AST
    field: str  # of its parent
    owner: str  # the function, class or table that it is in
    in_function: bool
    put: Callable[[ast.AST], None]


def mutants_of(source: str) -> Iterator[Mutant]:
    """Every mutant of a module."""
    tree = ast.parse(source)
    seen = {ast.unparse(tree)}
    for place in places(tree, "", in_function=False):
        for new, name in instead_of(place):
            place.put(ast.fix_missing_locations(ast.copy_location(new, place.node)))
            made = ast.unparse(tree)
            place.put(place.node)
            if made not in seen:
                seen.add(made)
                line = getattr(place.node, "lineno", 0)
                change = f"{place.owner or 'module'}: {name or changed(place.node, new)}"
                yield Mutant(line, change, made, place.in_function)


def changed(old: ast.AST, new: ast.AST) -> str:
    return f"{short(old)} → {short(new)}"


def short(node: ast.AST) -> str:
    """A short description of a node."""
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 80 else text[:79] + "…"


def places(node: ast.AST, owner: str, *, in_function: bool) -> Iterator[Place]:
    """All places below a node."""
    for field, value in ast.iter_fields(node):
        if field in LEFT_ALONE:
            continue
        within = in_function or (isinstance(node, FUNCTION) and field == "body")
        for number, (child, put) in enumerate(children(node, field, value)):
            if isinstance(child, ast.Expr) and ast.unparse(child).startswith("log."):
                continue
            inner = owner
            if isinstance(child, FUNCTION | ast.ClassDef):
                inner = f"{owner}.{child.name}".lstrip(".")
            elif not within:
                inner += named(node, field, number, child)
            yield Place(child, field, inner, within, put)
            yield from places(child, inner, in_function=within)


def named(node: ast.AST, field: str, number: int, child: ast.AST) -> str:
    """What a place in a table adds to its owner's name."""
    if isinstance(node, ast.Dict) and field == "values" and (key := node.keys[number]):
        return f"[{short(key)}]"
    match child:
        case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
            return f".{name}" if isinstance(node, ast.ClassDef) else name
    return ""


def children(node: ast.AST, field: str, value: object) -> Iterator[tuple[ast.AST, Callable[[ast.AST], None]]]:
    if isinstance(value, ast.AST):
        yield value, partial(setattr, node, field)
    elif isinstance(value, list):
        for number, each in enumerate(value):
            if isinstance(each, ast.AST):
                yield each, partial(value.__setitem__, number)


def instead_of(place: Place) -> Iterator[tuple[ast.AST, str]]:
    """What mistakes would put at this place, and how each is named where the two nodes do not say it."""
    node = place.node
    if isinstance(node, ast.stmt):
        yield from ((new, "") for new in instead_of_statement(node))
    elif isinstance(node, ast.expr):
        if place.field in {"test", "ifs"} and not turned_otherwise(node):
            yield ast.UnaryOp(ast.Not(), node), ""
        yield from ((new, "") for new in instead_of_operation(node))
        if isinstance(node, ast.BoolOp):
            for part, rest in without_one(node.values):
                yield rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest), f"without {short(part)}"
        is_type = place.field == "slice"  # of an alias such as Mapping[str, int]
        yield from shorter(node, in_table=not (place.in_function or is_type))


def turned_otherwise(test: ast.expr) -> bool:
    """Whether another operator turns this condition round."""
    if isinstance(test, ast.Compare):
        return len(test.ops) == 1 and type(test.ops[0]) in OPPOSITES
    return isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)


def instead_of_statement(node: ast.stmt) -> Iterator[ast.stmt]:
    match node:
        case ast.Return(value=value) if value is not None and not isinstance(value, ast.Constant):
            yield ast.Return(ast.Constant(None))
        case ast.Raise() | ast.Continue() | ast.Break() | ast.AugAssign():
            yield ast.Pass()
        case ast.Expr(value=ast.Call() | ast.Await()):
            yield ast.Pass()
        case ast.Assign(targets=[target], value=value) if changes_something(target, value):
            yield ast.Pass()


def changes_something(target: ast.expr, value: ast.expr) -> bool:
    """Whether an assignment can be left out so that its name is still there: `case = moved(case, …)`."""
    if isinstance(target, ast.Name):
        return any(isinstance(part, ast.Name) and part.id == target.id for part in ast.walk(value))
    return isinstance(target, ast.Attribute | ast.Subscript)


def instead_of_operation(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare(left=left, ops=ops, comparators=others):
            for number, op in enumerate(ops):
                if type(op) in COMPARED:
                    yield ast.Compare(left, [*ops[:number], COMPARED[type(op)](), *ops[number + 1 :]], others)
        case ast.BoolOp(op=op, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in COUNTED:
            yield ast.BinOp(left, COUNTED[type(op)](), right)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.Constant(value=bool() as value):
            yield ast.Constant(not value)
        case ast.Constant(value=int() as value):
            yield ast.Constant(value + 1)


def shorter(node: ast.expr, *, in_table: bool) -> Iterator[tuple[ast.expr, str]]:
    """Without one of its named arguments; a table without one of its entries."""
    match node:
        case ast.Call(func=func, args=args, keywords=keywords):
            for argument, arguments in without_one(keywords):
                yield ast.Call(func, args, arguments), f"{short(func)}(…) without {short(argument)}"
        case ast.Set(elts=entries) | ast.Tuple(elts=entries, ctx=ast.Load()) | ast.List(elts=entries) if in_table:
            for entry, others in without_one(entries):
                yield ast.Set(others) if isinstance(node, ast.Set) else ast.Tuple(others), f"without {short(entry)}"
        case ast.Dict(keys=keys, values=values) if in_table:
            for (key, _), pairs in without_one(list(zip(keys, values, strict=True))):
                named = short(key) if key else "**"
                yield ast.Dict([key for key, _ in pairs], [value for _, value in pairs]), f"without {named}"


def without_one(of: Sequence[T]) -> Iterator[tuple[T, list[T]]]:
    """Each, and the others."""
    for number, each in enumerate(of):
        yield each, [*of[:number], *of[number + 1 :]]
