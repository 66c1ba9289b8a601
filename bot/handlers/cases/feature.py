"""What the feature answers to, and what it draws."""

from bot.domain.case_dialogs import (
    AddingToCase,
    ChoosingCase,
    CollectingDraft,
    CommentingRating,
    HoldingText,
    NamingSender,
    WritingAnswer,
)
from bot.domain.case_letters import (
    Album,
    CardChanged,
    CaseMoved,
    CaseTaken,
    DangerMentioned,
    Delivered,
    DraftShown,
    EditedText,
    Hidden,
    MessageText,
    NewCase,
    NotDelivered,
    PromptDone,
    Reaction,
    TextAgain,
)
from bot.domain.desk import WhoseAsked
from bot.handlers.cases import (
    acts,
    answers,
    buttons,
    cards,
    desk,
    drafts,
    history,
    incoming,
    messages,
    own_cases,
    to_whom,
)
from bot.handlers.feature import DialogHandler, Feature, showing
from bot.handlers.subscriptions import buttons as subscription_buttons
from bot.surface.context import Context
from bot.surface.rendering import Renderer


async def cases(context: Context) -> None:
    """The command: a person who works at a desk means the cases there."""
    if context.actor.works_as_officer:
        await desk.my_cases(context)
    else:
        context.show(buttons.MyCases(0))


FEATURE = Feature(
    commands={"cases": cases},
    labels={
        "menu-report-button": drafts.report,
        "menu-question-button": drafts.question,
        "menu-cases-button": showing(buttons.MyCases(0)),
        "menu-desk-button": desk.my_cases,
    },
    opens={
        buttons.MyCases: own_cases.draw_list,
        buttons.OwnHistory: own_cases.draw_history,
        buttons.AskClose: own_cases.draw_ask_close,
        buttons.LeaveIt: answers.draw_cancelled,
    },
    presses={
        buttons.NewReport: drafts.choose_category,
        buttons.ChooseCategory: drafts.begin_report,
        buttons.NewQuestion: drafts.begin_question,
        buttons.SendUnnamed: drafts.send_unnamed,
        buttons.SendNamed: drafts.ask_name,
        buttons.CancelDraft: drafts.cancel,
        buttons.Preview: drafts.preview,
        buttons.GiveTo: to_whom.give,
        buttons.AsNewQuestion: to_whom.as_question,
        buttons.OpenCase: own_cases.open_case,
        buttons.OpenMessage: own_cases.open_message,
        buttons.HideMessage: own_cases.hide_message,
        buttons.AddTo: own_cases.add_to,
        buttons.CloseOwn: own_cases.close,
        buttons.Reopen: own_cases.reopen,
        buttons.Rate: own_cases.rate,
        buttons.Accept: acts.accept,
        buttons.Answer: answers.answer,
        buttons.Ask: answers.ask,
        buttons.Close: acts.close,
        buttons.Decline: answers.decline,
        buttons.CrimeSigns: acts.mark_crime_signs,
        buttons.OfferAdvice: acts.offer_advice,
        buttons.SendAdvice: acts.send_advice,
        buttons.CancelWriting: answers.cancel_writing,
        buttons.DeskList: desk.show_list,
        buttons.History: history.open_history,
        buttons.DeskCase: history.open_case,
        buttons.ShowFiles: history.show_files,
        buttons.Whose: answers.page_whose,
        buttons.AnswerWith: answers.answer_with,
        buttons.ThrowAway: answers.throw_away,
        subscription_buttons.AskAbout: drafts.ask_about,
    },
    screens={
        buttons.DeskList: desk.draw_list,
        buttons.DeskCase: history.draw_case,
        buttons.Writing: answers.draw_writing,
        buttons.CancelWriting: answers.draw_cancelled,
        buttons.Whose: answers.draw_whose,
        buttons.AnswerWith: answers.draw_given,
        buttons.ThrowAway: answers.draw_thrown_away,
        buttons.ConfirmClose: acts.draw_confirm_close,
        buttons.OfferAdvice: acts.draw_offer_advice,
        buttons.OpenCase: own_cases.draw_case,
        buttons.AddTo: own_cases.draw_adding,
        buttons.Comment: own_cases.draw_comment,
        buttons.NewReport: drafts.draw_categories,
        buttons.ToWhom: to_whom.draw_to_whom,
        buttons.ChooseCategory: incoming.draw_emergency_first,
        buttons.EmergencyCard: incoming.draw_emergency,
        buttons.Preview: drafts.draw_preview,
        buttons.SendNamed: drafts.draw_ask_name,
        buttons.CancelDraft: drafts.draw_cancelled,
        buttons.SentCase: drafts.draw_sent,
        buttons.NotYet: to_whom.draw_not_yet,
        buttons.GiveTo: to_whom.draw_given,
    },
    sent={
        buttons.DeskCase: history.page_sent,
        buttons.DeskList: desk.list_sent,
        buttons.Writing: answers.prompt_sent,
    },
    dialogs={
        CollectingDraft: DialogHandler(drafts.collect, cancel=drafts.cancel_typed),
        NamingSender: DialogHandler(drafts.take_name, cancel=drafts.cancel_typed),
        ChoosingCase: DialogHandler(to_whom.collect, cancel=to_whom.cancel_typed),
        AddingToCase: DialogHandler(own_cases.add_message),
        CommentingRating: DialogHandler(own_cases.take_comment),
        WritingAnswer: DialogHandler(answers.say, cancel=answers.leave_writing),
        HoldingText: DialogHandler(answers.hold_more, cancel=answers.throw_away_typed, edited=answers.edit_held),
    },
    letters={
        WhoseAsked: Renderer(answers.render_whose, answers.whose_sent),
        PromptDone: Renderer(answers.render_prompt_done, answers.prompt_done_sent),
        NewCase: Renderer(cards.render_new_case, cards.new_case_sent, cards.new_case_failed),
        DangerMentioned: Renderer(cards.render_danger, cards.danger_sent),
        CardChanged: Renderer(cards.render_card_changed),
        CaseTaken: Renderer(cards.render_case_taken, cards.case_taken_sent),
        CaseMoved: Renderer(cards.render_case_moved, cards.moved_sent),
        DraftShown: Renderer(to_whom.render_draft_shown, to_whom.draft_shown_sent),
        MessageText: Renderer(messages.render_text, messages.text_sent, messages.text_failed),
        TextAgain: Renderer(messages.render_again),
        Album: Renderer(messages.render_album, messages.text_sent, messages.album_failed),
        EditedText: Renderer(messages.render_edited),
        Hidden: Renderer(messages.render_hidden, messages.hidden_sent),
        Reaction: Renderer(messages.render_reaction),
        Delivered: Renderer(messages.render_delivered),
        NotDelivered: Renderer(messages.render_not_delivered),
    },
)
