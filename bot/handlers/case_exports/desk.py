"""A case as a file, at its desk.

It comes as to a person, not as to a desk, so that it can be passed on even where messages of cases cannot: that is what
it is for. Its name is the number alone. When the case goes from the chat, the file goes as well.
"""

from collections.abc import Sequence
from functools import partial

from bot.domain.bodies import Body
from bot.domain.case_exports import CaseExported
from bot.domain.cases import Case
from bot.handlers.case_exports.buttons import ExportCase
from bot.handlers.case_exports.paper import file_names, pdf_of
from bot.handlers.papers import paper_failed, paper_sent
from bot.services import case_exports
from bot.services.cases import access
from bot.surface.context import Context
from bot.surface.outgoing import Document, Effect, Fetched, Made, Packed, Passing, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.rich import Rich


async def export(context: Context, button: ExportCase) -> None:
    case = await case_exports.export(context.tx, context.actor, button.case_id, with_files=button.with_files)
    context.turn.facts["case"] = case.number or ""
    context.answer(context.say("case-export-coming"))


async def render(to: Addressee, letter: CaseExported) -> Sequence[Effect]:
    case = await access.case_for(to.tx, to.party, to.person_id, letter.case_id)
    if case is None:
        return []
    made = await archive(to, case) if letter.with_files else paper(to, case)
    text = to.say("case-export-here", number=case.number or "")
    return [Show(Document(Rich(text), made))]


def paper(to: Addressee, case: Case) -> Made[case_exports.CaseRecord]:
    gather = partial(case_exports.record_of, case_id=case.id, person_id=to.person_id)
    return Made(f"{case.number}.pdf", gather, partial(pdf_of, to.say, to.register))


async def archive(to: Addressee, case: Case) -> Packed[case_exports.CaseRecord]:
    bodies = await case_exports.attached(to.tx, case.id)
    names = file_names(bodies)
    files = [
        Fetched(body.kind, body.file, passing(to, case, body, names[body.file.id]))
        for body in bodies
        if body.file is not None
    ]
    gather = partial(case_exports.record_of, case_id=case.id, person_id=to.person_id)
    return Packed(f"{case.number}.zip", files, f"{case.number}.pdf", gather, partial(pdf_of, to.say, to.register))


def passing(to: Addressee, case: Case, body: Body, name: str) -> Passing:
    """How a file goes into the archive. Of a case without a name all are cleaned, as for its desk."""
    recordings = to.tx.policy.recordings_cleaned
    return Passing(name, body.is_passed_on_cleaned(unnamed=case.anonymous, recordings=recordings))


async def exported(to: Addressee, letter: CaseExported, sent: Sequence[Sent]) -> None:
    paper_sent(to, letter.case_id, sent)


async def failed(to: Addressee, letter: CaseExported) -> None:
    await paper_failed(to, letter.case_id)
