"""What residents read of the officer's plan."""

from bot.handlers.paging import back
from bot.handlers.places import place_at, place_lines
from bot.handlers.priorities.buttons import Plan, Plans
from bot.handlers.priorities.words import half_year, list_lines, list_rows, part_lines
from bot.handlers.residents.buttons import MyOfficer
from bot.services import priorities
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Screen


async def draw_plans(to: Addressee, button: Plans) -> Screen:
    """Of this half-year and the one before."""
    place = place_at(to.register, button.community, button.settlement)
    known = await priorities.shown_at(to.tx, place)
    lines = [*place_lines(to.say, to.register, place), *(list_lines(to.say, known) or ["", to.say("plans-none")])]
    rows = list_rows({Plan(each.id, button.community, button.settlement): each for each in known})
    way_back = back(to, MyOfficer(button.community, button.settlement))
    return Screen(to.say("plans-title"), lines, buttons=[*rows, *way_back])


async def draw_plan(to: Addressee, button: Plan) -> Screen:
    priority = await priorities.public(to.tx, button.priority_id)
    lines = [half_year(to.say, priority.half_year), to.say(f"priority-state-{priority.status}")]
    body = Rich("\n\n".join(part_lines(to.say, priority)))
    return Screen(to.say("plan-title"), lines, body, back(to, Plans(button.community, button.settlement)))
