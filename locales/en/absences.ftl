# Absences: an officer is away for some days, and another stands in.

## The officer and their coordinator

absence-button = Absence
absence-title = Absence
absence-none = While an officer is away, the stand-in receives their cases. Then the cases come back.
absence-set-button = Set the days of absence
absence-first-title = First day of absence
absence-first = Choose a day, or write the days, for example: 1 May to 14 May.
absence-today-button = Today
absence-tomorrow-button = Tomorrow
absence-last-title = Last day of absence
absence-from = First day: { $day }
absence-last = How many days? Or write the last day, for example: 14 May.
absence-stand-in-title = Who stands in?
absence-stand-in = Choose an officer who is on duty on these days.
absence-no-candidates = Nobody can stand in on these days.
absence-nobody-button = Without a stand-in
absence-check-title = Please check
absence-day = Absence: { $day }
absence-days = Absence: { $first } – { $last }, inclusive
absence-stands-in = Stands in: { $name }
absence-without-stand-in = The cases go to colleagues in the area, or to the coordinator if there are none.
absence-will-move = { $count ->
    [0] There are no accepted cases.
    [one] { $count } accepted case will be passed on.
   *[other] { $count } accepted cases will be passed on.
}
absence-lent = { $count ->
    [one] { $count } case was passed on: { $name }
   *[other] { $count } cases were passed on: { $name }
}
absence-coordinators = the coordinators
absence-means = Open cases go there for all of this time. Then they come back, except closed ones.
absence-stands-in-too = Note: the officer stands in for someone on these days. Those cases will be passed on.
absence-save-button = All correct, save
absence-saved = Saved.
absence-runs = It is going on now.
absence-end-own-button = Return to duty now
absence-end-button = End it now
absence-call-off-button = Call the absence off
absence-move-button = Change the last day
absence-new-last-title = New last day
absence-new-last = Choose how much longer, or write another last day, for example: 14 May.
absence-longer-button = { $days } more
absence-ended = The absence has ended.
absence-called-off = The absence is called off.

absence-not-days = These days cannot be used. Give days from today on, no more than a year, the first before the last.
absence-set-already = An absence is set already. You can change it or call it off.
absence-is-over = This absence has ended already.
absence-cannot-stand-in = This officer cannot stand in on these days. Choose another one.
absence-you-are-away = You are absent at present, and the stand-in has your cases. To return: “My office”, then “Absence”.
menu-away = You are absent until { $date }, inclusive. No cases come here. To return: “My office”, “Absence”.

## What all whom it concerns are told

absence-set-title = An officer will be absent
absence-moved-title = An officer’s absence: other days
absence-begun-title = An absence has begun
absence-ended-title = The officer is back on duty
absence-called-off-title = An officer’s absence is called off
absence-tells-own = On these days no cases come to this chat. To return earlier, press the button.
absence-tells-stand-in = You stand in on these days. Open and new cases come here on the first day, and go back at the end.
absence-tells-other = Afterwards the cases come back.
absence-ended-own = Your open cases are yours again.
absence-ended-stand-in = Standing in is over. The open cases have gone back. Thank you!
absence-ended-other = The open cases have gone back.
absence-called-off-own = Cases come to you as before.
absence-called-off-stand-in = You need not stand in.
absence-called-off-other = The officer receives the cases as before.
absence-hours-title = Office hours while you stand in
absence-hours-ask = Office hours on these days are cancelled. Will you hold them?
absence-hours-held = You hold office hours on these days.
absence-hours-cancelled = Office hours on these days are cancelled.
absence-hold-button = Yes, I will hold them
absence-hold-not-button = No, cancel them

## For residents

officer-away = Absent at present, until { $date }, inclusive.
officer-stands-in = Stands in until { $date }, inclusive.
case-officer-away = Your officer is absent until { $date }, inclusive.
hours-stand-in = The officer who stands in receives people.
