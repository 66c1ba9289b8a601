"""What the feature answers to, and what it draws."""

from bot.domain.case_dialogs import (
    AddingToCase,
    ChoosingCase,
    CollectingDraft,
    CommentingRating,
    HoldingWords,
    NamingSender,
    WritingAnswer,
)
from bot.domain.case_letters import (
    Album,
    CardChanged,
    CaseMoved,
    CaseTaken,
    Delivered,
    DraftShown,
    EditedWords,
    Hidden,
    NewCase,
    NotDelivered,
    PromptDone,
    Reaction,
    Words,
    WordsAgain,
)
from bot.domain.desk import WhoseAsked
from bot.handlers.cases import (
    buttons,
    desk_screens,
    history,
    letters,
    officer,
    own_screens,
    resident,
    screens,
    unaddressed,
    words,
)
from bot.handlers.feature import DialogHandler, Feature, showing
from bot.handlers.subscriptions import buttons as subscription_buttons
from bot.telegram.context import Context
from bot.telegram.rendering import Renderer


async def cases(context: Context) -> None:
    """The command: a person who works at a desk means the cases there."""
    if context.actor.works_as_officer:
        await officer.my_cases(context)
    else:
        context.show(buttons.MyCases(0))


FEATURE = Feature(
    commands={"cases": cases},
    labels={
        "menu-report-button": resident.report,
        "menu-question-button": resident.question,
        "menu-cases-button": showing(buttons.MyCases(0)),
        "menu-desk-button": officer.my_cases,
    },
    opens={
        buttons.MyCases: own_screens.draw_list,
        buttons.OwnHistory: own_screens.draw_history,
        buttons.AskClose: own_screens.draw_ask_close,
        buttons.LeaveIt: desk_screens.draw_cancelled,
    },
    presses={
        buttons.NewReport: resident.choose_category,
        buttons.ChooseCategory: resident.begin_report,
        buttons.NewQuestion: resident.begin_question,
        buttons.SendUnnamed: resident.send_unnamed,
        buttons.SendNamed: resident.ask_name,
        buttons.CancelDraft: resident.cancel,
        buttons.Preview: resident.preview,
        buttons.GiveTo: unaddressed.give,
        buttons.AsNewQuestion: unaddressed.as_question,
        buttons.OpenCase: resident.open_case,
        buttons.OpenWords: resident.open_words,
        buttons.HideWords: resident.hide_words,
        buttons.AddTo: resident.add_to,
        buttons.CloseOwn: resident.close,
        buttons.Reopen: resident.reopen,
        buttons.Rate: resident.rate,
        buttons.Accept: officer.accept,
        buttons.Answer: officer.answer,
        buttons.Ask: officer.ask,
        buttons.Close: officer.close,
        buttons.Decline: officer.decline,
        buttons.CrimeSigns: officer.mark_crime_signs,
        buttons.OfferAdvice: officer.offer_advice,
        buttons.SendAdvice: officer.send_advice,
        buttons.CancelWriting: officer.cancel_writing,
        buttons.DeskList: officer.show_list,
        buttons.History: officer.open_history,
        buttons.DeskCase: officer.open_case,
        buttons.ShowFiles: officer.show_files,
        buttons.Whose: officer.page_whose,
        buttons.AnswerWith: officer.answer_with,
        buttons.ThrowAway: officer.throw_away,
        subscription_buttons.AskAbout: resident.ask_about,
    },
    screens={
        buttons.DeskList: desk_screens.draw_list,
        buttons.DeskCase: history.draw_case,
        buttons.Writing: desk_screens.draw_writing,
        buttons.CancelWriting: desk_screens.draw_cancelled,
        buttons.Whose: desk_screens.draw_whose,
        buttons.AnswerWith: desk_screens.draw_given,
        buttons.ThrowAway: desk_screens.draw_thrown_away,
        buttons.ConfirmClose: desk_screens.draw_confirm_close,
        buttons.OfferAdvice: desk_screens.draw_offer_advice,
        buttons.OpenCase: own_screens.draw_case,
        buttons.AddTo: own_screens.draw_adding,
        buttons.Comment: own_screens.draw_comment,
        buttons.NewReport: screens.draw_categories,
        buttons.ToWhom: screens.draw_to_whom,
        buttons.ChooseCategory: screens.draw_emergency_first,
        buttons.EmergencyCard: screens.draw_emergency,
        buttons.Preview: screens.draw_preview,
        buttons.SendNamed: screens.draw_ask_name,
        buttons.CancelDraft: screens.draw_cancelled,
        buttons.SentCase: screens.draw_sent,
        buttons.NotYet: unaddressed.draw_not_yet,
        buttons.GiveTo: unaddressed.draw_given,
    },
    sent={
        buttons.DeskCase: history.page_sent,
        buttons.DeskList: desk_screens.list_sent,
        buttons.Writing: desk_screens.prompt_sent,
    },
    dialogs={
        CollectingDraft: DialogHandler(resident.collect, cancel=resident.cancel_typed),
        NamingSender: DialogHandler(resident.take_name, cancel=resident.cancel_typed),
        ChoosingCase: DialogHandler(unaddressed.collect, cancel=unaddressed.cancel_typed),
        AddingToCase: DialogHandler(resident.add_words),
        CommentingRating: DialogHandler(resident.take_comment),
        WritingAnswer: DialogHandler(officer.say, cancel=officer.leave_writing),
        HoldingWords: DialogHandler(officer.hold_more, cancel=officer.throw_away_typed, edited=officer.edit_held),
    },
    letters={
        WhoseAsked: Renderer(desk_screens.render_whose, desk_screens.whose_sent),
        PromptDone: Renderer(desk_screens.render_prompt_done, desk_screens.prompt_done_sent),
        NewCase: Renderer(letters.render_new_case, letters.new_case_sent, letters.new_case_failed),
        CardChanged: Renderer(letters.render_card_changed),
        CaseTaken: Renderer(letters.render_case_taken, letters.case_taken_sent),
        CaseMoved: Renderer(letters.render_case_moved, letters.moved_sent),
        DraftShown: Renderer(letters.render_draft_shown, letters.draft_shown_sent),
        Words: Renderer(words.render_words, words.words_sent, words.words_failed),
        WordsAgain: Renderer(words.render_again, words.again_sent),
        Album: Renderer(words.render_album, words.words_sent, words.album_failed),
        EditedWords: Renderer(words.render_edited),
        Hidden: Renderer(words.render_hidden, words.hidden_sent),
        Reaction: Renderer(words.render_reaction),
        Delivered: Renderer(words.render_delivered),
        NotDelivered: Renderer(words.render_not_delivered),
    },
)
