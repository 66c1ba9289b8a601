# Cases: writing one, what becomes of it, the officer's desk.

## Categories

category-domestic = Violence at home
category-neighbours = Neighbours
category-theft = Theft
category-fraud = Fraud
category-suspicious = Suspicious people, cars
category-order = Noise, drunkenness
category-road = Road
category-children = Children
category-drugs = Drugs
category-environment = Forest, dumping, fires
category-care = A person needs help
category-info = Certificate, document
category-thanks = Thanks
category-complaint = Complaint about the officer
category-other = Something else

## Writing

report-title = A report to the officer
report-choose-category = What would you like to report?
report-write =
    Write what happened, where and when.
    You may send photos, a voice message or a place.
question-title = A question to the officer
question-write = Write your question in one message or several.
draft-title = Not sent yet
draft-holds = { $count ->
    [one] { $count } message is ready.
   *[other] { $count } messages are ready.
}
draft-add-more = You may add more. Without a name the officer sees neither your name nor your number nor your account.
draft-kept-back = { $count ->
    [one] { $count } file may tell who sent it. Without a name it is left out: send it as a photo, write it in words, or send with your name.
   *[other] { $count } files may tell who sent them. Without a name they are left out: send them as photos, write it in words, or send with your name.
}
draft-send-unnamed-button = Send without a name
draft-send-unnamed-without-files-button = No name, without these files
draft-send-named-button = Send with my name
draft-ask-name = How may we address you? Write your name and surname. Only the officer sees them, in this case alone.

## After sending

case-sent = Sent: { $number }
case-number-is-internal = This is the bot’s internal number, not a number of the police register.
case-what-next = The officer will read it and answer in this chat. To add something, just write again.
case-usual-answer = An answer usually comes by { $time }.
case-not-delivered = { $number }: this message could not be passed on. Write again, or call.
case-edited = (edited)
case-cannot-move = That is no longer possible: the case has moved on.
case-cannot-reopen = More than 14 days have passed. Please write a new case.
case-already-rated = You have rated this case already. Thank you.
case-nothing-to-send = There is nothing to send yet. Write what happened.
case-needs-a-name = Videos, audio and files are not passed on without a name: they may tell who sent them. Send it as a photo, write it in words, or send a new case with your name.
case-taken-by-another = Another officer has accepted this case already.
case-cannot-pass-on = The bot cannot pass on messages of this kind. Write it in words, send a photo or a voice message.

case-moved-accept = Your case was accepted.
case-moved-hand = Another officer now takes care of your case.
case-moved-close = Your case is closed. Please rate how you were helped, from 1 to 5.
case-moved-decline = Your case was declined. The reason:
case-with-officer = Responsible: { $rank } { $name }.
case-with-coordinator = Responsible: the coordinator of the regional police.
case-reopen-button = Reopen

## Statuses

case-kind-report = Report
case-kind-question = Question
case-status-new = New
case-status-accepted = Accepted
case-status-in_work = In work
case-status-waiting = Waiting for the resident
case-status-answered = Answered
case-status-closed = Closed
case-status-declined = Declined
case-place = Place: { $place }
case-unnamed = Without a name
case-name = Name: { $name }
case-answer-by = Answer by: { $time }
case-crime-signs = Signs of a crime
case-taken = Accepted by another officer.

from-officer = { $rank } { $name }
from-police = Community police
from-resident = Resident

## The desk

desk-accept-button = Accept
desk-answer-button = Answer
desk-ask-button = Ask
desk-close-button = Close
desk-decline-button = Decline
desk-crime-signs-button = Signs of a crime
desk-accepted = The case is yours.
desk-closed = Closed.
desk-expects-answer = { $number }: write your answer.
desk-expects-ask = { $number }: write your question to the resident.
desk-expects-decline = { $number }: write the reason for declining.
desk-moved-close = The resident closed the case.
desk-moved-reopen = The resident reopened the case.
desk-moved-rate = The resident rated the work.
