# Office hours: what residents see, how an officer sets them, reminders.

## What all of it shares

hours-title = Office hours
hours-button = Office hours
hours-span = { $starts }–{ $ends }
hours-when = { $day }, { $time }
hours-rule = { $days } { $span }
hours-rule-monthly = { $days } ({ $which }) { $span }
hours-rule-since = { $rule }, from { $date }
hours-rule-until = { $rule }, last day { $date }
hours-line = { $hours }: { $place }
hours-at = Where: { $place }
hours-reason = Reason: { $reason }
hours-repeat-every = Every week
hours-repeat-first = { $day ->
   *[several] first of the month
}
hours-repeat-second = { $day ->
   *[several] second of the month
}
hours-repeat-third = { $day ->
   *[several] third of the month
}
hours-repeat-fourth = { $day ->
   *[several] fourth of the month
}
hours-repeat-last = { $day ->
   *[several] last of the month
}

## A resident looks

hours-until = Receives people today until { $time }
hours-later = Receives people today: { $starts }–{ $ends }
hours-next = Next office hours: { $when }
hours-by-arrangement = By appointment. Write to the officer.
hours-nobody = There is no officer here at present.
hours-none = No office hours are given yet. Ask the officer.
hours-ask-button = Ask the officer
hours-none-ahead = There are no office hours soon.
hours-place-button = On the map: { $place }
hours-map-button = Show on the map
hours-other-days-button = Other days and places
hours-other-days-title = Other days and places
hours-venue = Police reception
hours-remind-button = Remind me of the hours { $day }
hours-remind-at-button = Remind me of the hours { $day }, { $time }
hours-forget-button = No reminder of the hours { $day }
hours-forget-at-button = No reminder of the hours { $day }, { $time }
hours-remind-on = We will remind you: { $when }.
hours-remind-off = We will not remind you.

## Reminders

hours-near = { $word }, { $when }
hours-told-usual = { $when }: as usual
hours-when-there = { $when }, { $place }
hours-was = Before: { $hours }
hours-instead = Instead: { $hours }
hours-told-moved = { $when } (changed)
hours-told-extra = { $when } (additional)
hours-told-closed = { $when }: closed
hours-rule-added = New hours: { $hours }
hours-rule-removed = No more: { $hours }
hours-reminder-title = A reminder of office hours
hours-asked-title = You asked to be reminded
hours-changed-title = Office hours have changed
hours-week-title = Office hours this week
hours-soon-title = Your office hours begin soon
hours-own-button = My office hours

## An officer sets them

hours-empty = No hours yet. Add the first.
hours-hidden = The community is near the front or occupied: residents see only “by appointment”.
hours-add-button = Add hours
hours-change-button = Change one day
hours-remove-button = Remove these hours
hours-take-back-button = Remove this change
hours-exception-moved = Changed: { $when }
hours-extra-button = Add hours that day
hours-exception-extra = Additional: { $when }
hours-exception-closed = Closed: { $when }
hours-removed = Removed.
hours-saved = Saved.
hours-choose-day-title = Which day is to change?
hours-choose-day = • means: there are office hours that day.
hours-day-button = { $name } { $date }
hours-held-day-button = • { $name } { $date }
hours-day-empty = No office hours that day.
hours-close-button = Close { $span }
hours-move-button = Move { $span }

hours-ask-place-title = Where?
hours-ask-place = Choose a place or add a new one.
hours-station-button = Station: { $station }
hours-new-place-button = A new place
hours-new-place-in-button = A new place: { $name }
hours-ask-address-title = A new place
hours-ask-address = Write the address, for example: Zoriane, 1 Myru St, village council.
hours-ask-point-title = The place on the map
hours-ask-point = Send the point: the paper clip, then “Location”.
hours-no-point-button = Without a point
hours-ask-days-title = Which days?
hours-ask-days = Tick the days and press “Next ›”.
hours-ask-starts-title = From when?
hours-ask-starts = Choose, or write both: 9:00-12:30
hours-ask-ends-title = Until when?
hours-ask-ends = It begins at { $starts }. Choose the end.
hours-ask-repeat-title = How often?
hours-ask-repeat = Every week, or once a month.
hours-repeat-button = { $days }: { $which }
hours-ask-dates-title = From which day?
hours-ask-dates = Write the first and the last day: 1 December to 28 February. Or only the first.
hours-no-dates-button = From today, with no end
hours-ask-reason-title = Reason
hours-ask-reason = Write it briefly, residents will see it. Or skip it.
hours-ask-check-title = Please check
hours-ask-check = This is what residents will see.
hours-check-closed = { $day }: closed
hours-save-button = Save
hours-repeat-change-button = Once a month…
hours-dates-change-button = Valid from, until…

## What cannot be

hours-not-hours = I do not understand the hours. Write like this: 9:00-12:30
hours-not-dates = I do not understand the dates. Write like this: 1 December to 28 February
hours-no-days = Tick at least one day.
hours-never-held = None of these days is within the dates. Change the days or the dates.
hours-too-long = Write one line. Characters at most: { $limit }.
hours-point-expected = A point on the map is needed here. Or press “Without a point”.
hours-too-many = Too many hours, at most: { $limit }. Remove some.
hours-passed = These hours are over already, or the day is too far away.
hours-during-curfew = There is a curfew then: { $begins }–{ $ends }. Choose another time.
hours-overlap = There are office hours already then: { $day }, { $starts }–{ $ends }. Choose another time.
