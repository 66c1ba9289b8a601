"""What the feature answers to, and what it draws."""

from bot.domain.priorities import (
    CouncilAgreed,
    CouncilRemarked,
    DraftToRead,
    NamingProblem,
    Remarking,
    ResultAsked,
    WritingPart,
)
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.priorities import buttons, council, letters, officer, resident
from bot.surface.rendering import Renderer

FEATURE = Feature(
    opens={
        buttons.AskWithdraw: officer.draw_ask_withdraw,
        buttons.Plans: resident.draw_plans,
        buttons.Plan: resident.draw_plan,
    },
    presses={
        buttons.AreaPriorities: officer.look,
        buttons.OwnPriority: officer.look,
        buttons.NewPriority: officer.ask_problem,
        buttons.WritePart: officer.ask_part,
        buttons.AskCouncil: officer.ask_council,
        buttons.SetPriority: officer.put,
        buttons.FinishPriority: officer.finish,
        buttons.WithdrawPriority: officer.withdraw,
        buttons.CouncilPriorities: council.look,
        buttons.ReadPriority: council.look,
        buttons.AgreeToPriority: council.agree,
        buttons.RemarkOnPriority: council.ask_remark,
    },
    screens={
        buttons.AreaPriorities: officer.draw_list,
        buttons.OwnPriority: officer.draw_one,
        buttons.NewPriority: officer.draw_ask_problem,
        buttons.WritePart: officer.draw_ask_part,
        buttons.CouncilPriorities: council.draw_list,
        buttons.ReadPriority: council.draw_one,
        buttons.RemarkOnPriority: council.draw_ask_remark,
    },
    dialogs={
        NamingProblem: DialogHandler(officer.take_problem),
        WritingPart: DialogHandler(officer.take_part),
        Remarking: DialogHandler(council.take_remark),
    },
    letters={
        DraftToRead: Renderer(letters.render_draft),
        CouncilAgreed: Renderer(letters.render_agreed),
        CouncilRemarked: Renderer(letters.render_remarked),
        ResultAsked: Renderer(letters.render_result_asked),
    },
)
