"""What the feature answers to, and what it draws."""

from bot.domain.meetings import MeetingCalendarMade, MeetingPlaceShown, MeetingTold, WritingMeeting
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.meetings import audience, buttons, calendar, invited, organising, writing
from bot.surface.rendering import Renderer

FEATURE = Feature(
    presses={
        buttons.MeetingList: organising.open_list,
        buttons.ChooseMeetingKind: organising.open_list,
        buttons.MakeMeeting: organising.make,
        buttons.MeetingPage: organising.open_page,
        buttons.WriteMeeting: writing.ask,
        buttons.MeetingAudience: organising.open_page,
        buttons.TurnInvited: audience.turn,
        buttons.InviteAll: audience.turn_all,
        buttons.AnnounceMeeting: organising.announce,
        buttons.AskCancelMeeting: organising.open_page,
        buttons.CancelMeeting: organising.cancel,
        buttons.MeetingAnswers: organising.open_page,
        buttons.CouncilMeetings: invited.open_list,
        buttons.MeetingInvitation: invited.open_invitation,
        buttons.ReplyToMeeting: invited.reply,
        buttons.MeetingOnMap: invited.show_place,
        buttons.MeetingToCalendar: calendar.send,
    },
    screens={
        buttons.MeetingList: organising.draw_list,
        buttons.ChooseMeetingKind: organising.draw_kinds,
        buttons.MeetingPage: organising.draw_page,
        buttons.WriteMeeting: writing.draw_ask,
        buttons.MeetingAudience: audience.draw,
        buttons.AskCancelMeeting: organising.draw_ask_cancel,
        buttons.MeetingAnswers: organising.draw_answers,
        buttons.CouncilMeetings: invited.draw_list,
        buttons.MeetingInvitation: invited.draw_invitation,
    },
    dialogs={WritingMeeting: DialogHandler(writing.take)},
    letters={
        MeetingTold: Renderer(invited.render_told),
        MeetingPlaceShown: Renderer(invited.render_place),
        MeetingCalendarMade: Renderer(calendar.render, failed=calendar.failed),
    },
)
