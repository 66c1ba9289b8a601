"""Every way in (ROUTES), every letter out (RENDERERS) and all that goes to many (BROADCASTS): start here to find what
answers to what.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from bot.domain.letters import Letter, PlainText
from bot.domain.notices import NoticeOut
from bot.handlers import private
from bot.handlers.cases import buttons as case_buttons
from bot.handlers.cases import either, officer, resident, unaddressed
from bot.handlers.cases.desk_screens import LETTERS as DESK_LETTERS
from bot.handlers.cases.letters import LETTERS as CASE_LETTERS
from bot.handlers.cases.words import LETTERS as WORD_LETTERS
from bot.handlers.communities import buttons as community_buttons
from bot.handlers.communities import coordinator
from bot.handlers.community_chats import buttons as chat_buttons
from bot.handlers.community_chats import chat, keeper
from bot.handlers.community_chats.screens import LETTERS as CHAT_LETTERS
from bot.handlers.notices import author
from bot.handlers.notices import buttons as notice_buttons
from bot.handlers.notices import coordinator as notices_coordinator
from bot.handlers.notices import either as notice_acts
from bot.handlers.notices import form as notice_form
from bot.handlers.notices import resident as reader
from bot.handlers.notices.broadcast import NOTICE
from bot.handlers.notices.letters import LETTERS as NOTICE_LETTERS
from bot.handlers.office_hours import buttons as hours_buttons
from bot.handlers.office_hours import editor, form
from bot.handlers.office_hours import resident as reception
from bot.handlers.office_hours.letters import BROADCASTS as HOURS_BROADCASTS
from bot.handlers.office_hours.letters import LETTERS as HOURS_LETTERS
from bot.handlers.officers import buttons as officer_buttons
from bot.handlers.officers import card, invited
from bot.handlers.officers import coordinator as officers_coordinator
from bot.handlers.officers import officer as post
from bot.handlers.officers.letters import LETTERS as OFFICER_LETTERS
from bot.handlers.people import buttons as people_buttons
from bot.handlers.people import person
from bot.handlers.people.letters import LETTERS as PEOPLE_LETTERS
from bot.handlers.queue import buttons as queue_buttons
from bot.handlers.queue import coordinator as queue
from bot.handlers.queue.letters import LETTERS as QUEUE_LETTERS
from bot.handlers.residents import buttons as resident_buttons
from bot.handlers.residents import place
from bot.handlers.residents import resident as dweller
from bot.handlers.residents.letters import LETTERS as RESIDENT_LETTERS
from bot.handlers.screens import render_plain_text, render_screen, screen_sent
from bot.handlers.subscriptions import buttons as subscription_buttons
from bot.handlers.subscriptions import resident as subscriber
from bot.telegram.application import Command, Routes
from bot.telegram.context import Context
from bot.telegram.rendering import BroadcastRenderer, Renderer
from bot.telegram.screens import ShowScreen

# What a link may begin with: /start carries `kind-token`, and the token goes to the kind's handler.
STARTS: Mapping[str, Callable[[Context, str], Awaitable[None]]] = {"a": dweller.arrive, "i": invited.open_link}


async def start(context: Context, payload: str) -> None:
    kind, _, token = payload.partition("-")
    if kind in STARTS:
        await STARTS[kind](context, token)
    else:
        await dweller.start(context)


def without_arguments(wish: Callable[[Context], Awaitable[None]]) -> Command:
    """A command that asks the same as a key of the menu."""

    async def command(context: Context, arguments: str) -> None:
        await wish(context)

    return command


ROUTES = Routes(
    commands={
        "start": start,
        "help": without_arguments(person.help_me),
        "cases": without_arguments(private.cases),
        "officer": without_arguments(dweller.my_officer),
        "hours": without_arguments(reception.hours),
        "language": without_arguments(person.languages),
    },
    buttons={
        people_buttons.Greeting: person.show_greeting,
        people_buttons.Agree: dweller.agree,
        people_buttons.Languages: person.show_languages,
        people_buttons.ChooseLanguage: person.choose_language,
        people_buttons.Menu: person.show_menu,
        people_buttons.Help: person.show_help,
        resident_buttons.FindCommunity: place.find,
        resident_buttons.Results: place.turn_page,
        resident_buttons.Candidate: place.consider,
        resident_buttons.LiveIn: place.live_in,
        resident_buttons.AskSettlement: place.change_settlement,
        resident_buttons.LiveSomewhere: place.live_somewhere,
        resident_buttons.StopSearching: place.stop_searching,
        resident_buttons.MyOfficer: dweller.show_my_officer,
        resident_buttons.WaitForOfficer: dweller.wait_for_officer,
        resident_buttons.StopWaiting: dweller.stop_waiting,
        resident_buttons.Settings: dweller.show_settings,
        case_buttons.NewReport: resident.choose_category,
        case_buttons.ChooseCategory: resident.begin_report,
        case_buttons.NewQuestion: resident.begin_question,
        case_buttons.SendUnnamed: resident.send_unnamed,
        case_buttons.SendNamed: resident.ask_name,
        case_buttons.CancelDraft: resident.cancel,
        case_buttons.Preview: resident.preview,
        case_buttons.GiveTo: unaddressed.give,
        case_buttons.AsNewQuestion: unaddressed.as_question,
        case_buttons.MyCases: resident.show_cases,
        case_buttons.OpenCase: resident.open_case,
        case_buttons.OwnHistory: resident.show_history,
        case_buttons.OpenWords: resident.open_words,
        case_buttons.HideWords: resident.hide_words,
        case_buttons.AddTo: resident.add_to,
        case_buttons.AskClose: resident.ask_close,
        case_buttons.CloseOwn: resident.close,
        case_buttons.Reopen: resident.reopen,
        case_buttons.Rate: resident.rate,
        case_buttons.Accept: officer.accept,
        case_buttons.Answer: officer.answer,
        case_buttons.Ask: officer.ask,
        case_buttons.Close: officer.close,
        case_buttons.Decline: officer.decline,
        case_buttons.CrimeSigns: officer.mark_crime_signs,
        case_buttons.OfferAdvice: officer.offer_advice,
        case_buttons.SendAdvice: officer.send_advice,
        case_buttons.LeaveIt: officer.leave_it,
        case_buttons.CancelWriting: officer.cancel_writing,
        case_buttons.DeskList: officer.show_list,
        case_buttons.History: officer.open_history,
        case_buttons.DeskCase: officer.open_case,
        case_buttons.ShowFiles: officer.show_files,
        case_buttons.Whose: officer.page_whose,
        case_buttons.AnswerWith: officer.answer_with,
        case_buttons.ThrowAway: officer.throw_away,
        officer_buttons.Invited: invited.look,
        officer_buttons.AcceptInvitation: invited.accept,
        officer_buttons.NotNow: invited.not_now,
        officer_buttons.ConfirmPost: invited.confirm,
        officer_buttons.TakePost: invited.take_post,
        officer_buttons.AskField: card.edit,
        officer_buttons.ChooseValue: card.choose,
        officer_buttons.ClearField: card.clear,
        officer_buttons.SkipField: card.skip,
        officer_buttons.Guide: post.guide,
        officer_buttons.MyPost: post.my_post,
        officer_buttons.OfficerPage: officers_coordinator.look,
        officer_buttons.AskDismissal: officers_coordinator.look,
        officer_buttons.Dismiss: officers_coordinator.dismiss,
        community_buttons.CoordinatorHome: coordinator.look,
        community_buttons.CommunityList: coordinator.look,
        community_buttons.FindCommunity: coordinator.find,
        community_buttons.AddCommunity: coordinator.add,
        community_buttons.CommunityPage: coordinator.look,
        community_buttons.NewArea: coordinator.ask_area_name,
        community_buttons.AreaPage: coordinator.look,
        community_buttons.RenameArea: coordinator.ask_new_name,
        community_buttons.ServeWhole: coordinator.serve_whole,
        community_buttons.ServeSome: coordinator.serve_some,
        community_buttons.Settlements: coordinator.look,
        community_buttons.Serve: coordinator.serve,
        community_buttons.Leave: coordinator.leave,
        community_buttons.MoveSettlement: coordinator.move,
        community_buttons.AskCloseArea: coordinator.look,
        community_buttons.CloseArea: coordinator.close_area,
        community_buttons.InviteOfficer: coordinator.invite,
        community_buttons.Invitations: coordinator.look,
        community_buttons.RevokeInvitation: coordinator.revoke,
        queue_buttons.Queue: coordinator.look,
        queue_buttons.QueuedCase: queue.look_at_case,
        queue_buttons.GiveList: queue.choose_officer,
        queue_buttons.GiveCase: queue.give,
        chat_buttons.CommunityChats: keeper.look,
        chat_buttons.WhoseChat: keeper.look,
        chat_buttons.FindForChat: keeper.find,
        chat_buttons.BindChat: keeper.bind,
        chat_buttons.ChatPage: keeper.look,
        chat_buttons.ChatTopics: keeper.look,
        chat_buttons.TakeTopic: keeper.take_topic,
        chat_buttons.UseThread: keeper.use_thread,
        chat_buttons.UnbindChat: keeper.unbind,
        hours_buttons.ReceptionHours: reception.show_hours,
        hours_buttons.ShowPlace: reception.show_place,
        hours_buttons.OtherDays: reception.show_other_days,
        hours_buttons.Remind: reception.remind,
        hours_buttons.OfficeHours: editor.look,
        hours_buttons.RulePage: editor.look,
        hours_buttons.RemoveRule: editor.remove_rule,
        hours_buttons.ExceptionPage: editor.look,
        hours_buttons.RemoveException: editor.remove_exception,
        hours_buttons.ChooseDay: editor.look,
        hours_buttons.DayPage: editor.look,
        hours_buttons.NewRule: form.begin_rule,
        hours_buttons.NewException: form.begin_exception,
        hours_buttons.FormStep: form.go_to,
        hours_buttons.ChoosePlace: form.choose_place,
        hours_buttons.NewPlace: form.new_place,
        hours_buttons.StationAsPlace: form.station_as_place,
        hours_buttons.SetDay: form.set_day,
        hours_buttons.SetStart: form.set_start,
        hours_buttons.SetEnd: form.set_end,
        hours_buttons.SetRepeat: form.set_repeat,
        hours_buttons.SkipStep: form.skip,
        hours_buttons.SaveHours: form.save,
        notice_buttons.NoticesHome: author.show_home,
        notice_buttons.ChooseTopic: notice_form.choose_topic,
        notice_buttons.TakeTopic: notice_form.take_topic,
        notice_buttons.ChooseUrgency: notice_form.choose_urgency,
        notice_buttons.TakeUrgency: notice_form.take_urgency,
        notice_buttons.WriteWords: notice_form.write_words,
        notice_buttons.ClearWords: notice_form.clear_words,
        notice_buttons.WriteEnglish: notice_form.write_english,
        notice_buttons.SkipEnglish: notice_form.skip_english,
        notice_buttons.Audience: notice_form.choose_audience,
        notice_buttons.TickAll: notice_form.tick_all,
        notice_buttons.UnitPage: notice_form.open_unit,
        notice_buttons.TickUnit: notice_form.tick_unit,
        notice_buttons.TickSettlement: notice_form.tick_settlement,
        notice_buttons.TakeChats: notice_form.take_chats,
        notice_buttons.ChooseHour: author.choose_hour,
        notice_buttons.TakeHour: author.take_hour,
        notice_buttons.ChooseEnd: author.choose_end,
        notice_buttons.TakeEnd: author.take_end,
        notice_buttons.PreviewNotice: author.preview,
        notice_buttons.SendNotice: author.send,
        notice_buttons.CancelNotice: author.cancel,
        notice_buttons.NoticeList: author.show_list,
        notice_buttons.NoticePage: notice_acts.open_notice,
        notice_buttons.ReadNotice: notice_acts.read,
        notice_buttons.Pause: notice_acts.pause,
        notice_buttons.Resume: notice_acts.resume,
        notice_buttons.Correct: notice_acts.correct,
        notice_buttons.SendCorrection: notice_acts.send_correction,
        notice_buttons.AskWithdrawal: notice_acts.ask_withdrawal,
        notice_buttons.Withdraw: notice_acts.withdraw,
        notice_buttons.AskFound: notice_acts.ask_found,
        notice_buttons.Found: notice_acts.found,
        notice_buttons.TakeBack: notice_acts.take_back,
        notice_buttons.ConfirmNotice: notices_coordinator.confirm,
        notice_buttons.DeclineNotice: notices_coordinator.decline,
        notice_buttons.OpenNotice: reader.open_words,
        notice_buttons.HideNotice: reader.hide_words,
        subscription_buttons.AskAbout: resident.ask_about,
        subscription_buttons.LeaveTopic: subscriber.leave_topic,
        subscription_buttons.Topics: subscriber.look,
        subscription_buttons.SetTopic: subscriber.set_topic,
        subscription_buttons.TurnTopic: subscriber.turn_topic,
        subscription_buttons.LeaveAll: subscriber.leave_all,
        subscription_buttons.LatestNotices: subscriber.look,
    },
    message=private.on_message,
    edited=private.on_edit,
    reaction=either.react,
    membership=person.membership,
    chat_commands=chat.COMMANDS,
    chat_membership=chat.membership,
    chat_moved=chat.moved,
)

RENDERERS: Mapping[type[Letter], Renderer[Any]] = {
    ShowScreen: Renderer(render_screen, screen_sent),
    PlainText: Renderer(render_plain_text),
    **CASE_LETTERS,
    **DESK_LETTERS,
    **QUEUE_LETTERS,
    **CHAT_LETTERS,
    **NOTICE_LETTERS,
    **OFFICER_LETTERS,
    **HOURS_LETTERS,
    **PEOPLE_LETTERS,
    **WORD_LETTERS,
    **RESIDENT_LETTERS,
}

BROADCASTS: Mapping[type[Letter], BroadcastRenderer[Any, Any]] = {
    NoticeOut: NOTICE,
    **HOURS_BROADCASTS,
}
