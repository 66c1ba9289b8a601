"""What is said of the entries of a case's history, wherever its desk reads them: whose each is, and what happened."""

from bot.domain.cases import Act, Case, Channel, Side
from bot.storage.case_history import MoveEntry
from bot.texts import Say


def emergency_lines(say: Say, case: Case) -> list[str]:
    """That there is danger in a case. Who called or came was shown no numbers by the bot."""
    if not case.emergency:
        return []
    return [say("case-emergency" if case.channel is Channel.CHAT else "walk-in-emergency")]


def resident_called(say: Say, name: str | None) -> str:
    """The resident, as the desk reads it; by any name as a resident: it may be «капітан поліції …»."""
    return say("from-resident") if name is None else say("from-resident-named", name=name)


def who(say: Say, side: Side, rank: str | None, name: str | None, resident: str | None) -> str:
    """The author of what was said or done; of what a person said in a call or a visit also who wrote it down."""
    if side is Side.RESIDENT and rank and name:
        recorder = say("from-officer", rank=say.rank(rank), name=say.person(name))
        return say("from-resident-written-down", resident=resident_called(say, resident), officer=recorder)
    if side is Side.RESIDENT:
        return resident_called(say, resident)
    return say("from-officer", rank=say.rank(rank), name=say.person(name)) if rank and name else say("desk-coordinator")


GIVEN = (Act.TRANSFER, Act.TURN, Act.GIVE_BACK)


def mover(say: Say, move: MoveEntry, resident: str | None) -> str:
    """The person who made a move; a case is handed on by the coordinator, and given away by an officer who had it."""
    if move.what is Act.TURN and move.by is Side.RESIDENT:
        return say("desk-bot")
    if move.what in GIVEN and move.by is Side.OFFICER:
        return who(say, move.by, move.giver_rank, move.giver_name, resident)
    if move.what in (Act.HAND, *GIVEN):
        return say("desk-coordinator")
    return who(say, move.by, move.officer_rank, move.officer_name, resident)


def sentence(say: Say, move: MoveEntry, case: Case) -> str:
    """What happened. An officer to whom a case was handed or given has it from then on."""
    if move.what is Act.GIVE_BACK and move.officer_name is None:
        return say("desk-event-give_back-coordinator")
    if move.what in (Act.HAND, *GIVEN):
        rank, name = say.rank(move.officer_rank or ""), say.person(move.officer_name or "")
        return say(f"desk-event-{move.what}", rank=rank, name=name)
    return say(f"desk-event-{move.what}", rating=case.rating or 0)
