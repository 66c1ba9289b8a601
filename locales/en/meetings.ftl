# Meetings: what who organises one reads, and the councils that are invited.

meetings-button = Meetings
meetings-title = Meetings
meetings-explained = Your meetings for councils: seminars, trainings, reports.
meetings-none = There are no meetings yet.
meetings-council-none = You were not invited to any yet.
meeting-kind-seminar = Seminar
meeting-kind-training = Training
meeting-kind-report = The officer’s report
meeting-kind-watch = Neighbourhood watch
meeting-label = { $name } · { $time }
meeting-cancelled-label = × { $name } · { $time }
meeting-draft-label = Draft: { $name }
meeting-not-now = This cannot be done now. Open the meeting again.
meeting-unfinished = Not yet: it needs a time that is not past, a place, a text and at least one community.
meeting-wrong-words = Words are needed. Characters at most: { $limit }.

## Setting one

meeting-new-button = New meeting
meeting-new-title = New meeting
meeting-which-kind = What will it be?
meeting-ask-time = When? Write the day and the time, for example: 15 December at 10:00.
meeting-ask-place = Where? Write the address in one line. Or send a point: the paper clip, then “Location”.
meeting-ask-words = Write what it is about and what to bring. The councils will read this.
meeting-ask-results = Write what was decided. All who were invited will read this.
meeting-write-time-button = Time
meeting-write-place-button = Place
meeting-write-words-button = Text
meeting-write-results-button = What was decided
meeting-audience-button = Whom to invite
meeting-audience-title = Whom to invite?
meeting-audience-explained = Everyone who represents a community gets a letter.
meeting-council = { $chosen ->
    [True] ✓ { $name }
   *[other] · { $name }
}
meeting-all-button = All communities
meeting-none-button = None
meeting-audience-done-button = Done
meeting-draft-unfinished = This is a draft. Write what is missing.
meeting-draft-ready = This is a draft. So it will be seen by those who are invited.
meeting-announce-button = Announce
meeting-forget-button = Delete the draft
meeting-is-announced = Announced.

## What it is

meeting-when = When: { $time }
meeting-where = Where: { $place }
meeting-where-on-map = Where: a point on the map
meeting-is-cancelled = The meeting is cancelled.
meeting-results-title = What was decided
meeting-invited = Communities invited: { $count }
meeting-map-button = On the map
meeting-calendar-button = Add to the calendar
meeting-calendar-coming = The file is coming.
meeting-calendar-here = Open the file to add the meeting to your calendar.
meeting-calendar-failed = The file could not be sent. Try again.

## Who comes

meeting-answers-button = Who comes
meeting-answers-title = Who comes
meeting-nobody-invited = Nobody is invited.
meeting-count-yes = Come: { $count }
meeting-count-perhaps = Perhaps: { $count }
meeting-count-no = Do not come: { $count }
meeting-count-none = No answer: { $count }
meeting-answer-line =
    { $community }
    { $post } · { $name }: { $reply }
meeting-replied-yes = comes
meeting-replied-perhaps = perhaps
meeting-replied-no = does not come
meeting-replied-nothing = no answer

## Cancelling

meeting-cancel-button = Cancel the meeting
meeting-cancel-title = Cancel the meeting?
meeting-cancel-means = All who are invited will be told. It cannot be taken back.
meeting-cancel-yes-button = Yes, cancel it

## What those who are invited read

meeting-news-announced = You are invited.
meeting-news-changed = The meeting was changed. This is how it is now.
meeting-news-cancelled = Unfortunately there will be no meeting.
meeting-news-soon = A reminder of the meeting.
meeting-news-results = The meeting has taken place.
meeting-reply-yes-button = I come
meeting-reply-perhaps-button = Perhaps
meeting-reply-no-button = I do not come
meeting-reply-noted = Noted.
meeting-you-yes = Your answer: I come
meeting-you-perhaps = Your answer: perhaps
meeting-you-no = Your answer: I do not come
