"""How a priority is read: in a line of a list, on its page, and in the notice about it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.domain.bodies import Body, Kind
from bot.domain.languages import Language
from bot.domain.notices import Content
from bot.domain.priorities import HalfYear, Part, Priority, Status
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.screens import Label
from bot.texts import Say

SHORT = 60  # characters of a problem on a button


def half_year(say: Say, half: HalfYear) -> str:
    """«II півріччя 2026»."""
    return say("priority-half-year", half="first" if half.number == 1 else "second", year=str(half.first.year))


def list_lines(say: Say, priorities: Sequence[Priority]) -> list[str]:
    """Each with its state, below its half-year."""
    lines: list[str] = []
    for at, each in enumerate(priorities):
        if at == 0 or each.half != priorities[at - 1].half:
            lines += ["", half_year(say, each.half_year)]
        lines.append(say("priority-line", problem=each.problem, state=say(f"priority-state-{each.status}")))
    return lines


def list_rows(priorities: Mapping[Button, Priority]) -> list[list[Label]]:
    """To each of them."""
    return [[(shortened(each.problem), button)] for button, each in priorities.items()]


def shortened(problem: str) -> str:
    return problem if len(problem) <= SHORT else problem[: SHORT - 1].rstrip() + "…"


def part_lines(say: Say, priority: Priority) -> list[str]:
    """What is written of it; of one that is done, as «Ви сказали: … Ми зробили: …»."""
    done = priority.status is Status.DONE
    shown = (Part.PROBLEM, Part.RESULT, Part.PARTNERS) if done else tuple(Part)
    texts = [(part, priority.text_of(part)) for part in shown]
    return [
        say(f"priority-done-{part}", text=text) if done else say(f"priority-shown-{part}", text=text)
        for part, text in texts
        if text is not None
    ]


def notice_of(context: Context, priority: Priority, status: Status) -> Content:
    """What residents are told when it gets there, in each language."""
    then = replace(priority, status=status)
    return Content({each: _notice(context.tools.texts.of(each), then) for each in Language}, [])


def _notice(say: Say, priority: Priority) -> Body:
    title = say(f"priority-notice-{priority.status}", half=half_year(say, priority.half_year))
    return Body(Kind.TEXT, "\n\n".join([title, *part_lines(say, priority)]))
