# Cases: writing one, what becomes of it, the officer's desk.

## Categories

category-domestic = Violence at home
category-theft = Theft
category-fraud = Fraud
category-suspicious = Suspicious people, cars
category-order = Neighbours, noise, drunkenness
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

report-title = What would you like to report?
report-more-button = More topics
draft-write-title-report = A report to the officer
draft-write-report =
    Write what happened, where and when.
    You may send photos, a voice message or a place.
draft-write-thanks = Write whom you thank, and for what.
draft-write-info = Write which certificate or document you need.
draft-write-title-question = A question to the officer
draft-write-question = Write your question in one message or several.
draft-title = Not sent yet
draft-unsent = { $more ->
    [0] Not sent yet: { $what }.
    [one] Not sent yet: { $what } and { $more } more message.
   *[other] Not sent yet: { $what } and { $more } more messages.
}
draft-still-unsent = { $more ->
    [0] You have not sent this yet: { $what }.
    [one] You have not sent this yet: { $what } and { $more } more message.
   *[other] You have not sent this yet: { $what } and { $more } more messages.
}
draft-kept = { $more ->
    [0] Draft kept: { $what }.
    [one] Draft kept: { $what } and { $more } more message.
   *[other] Draft kept: { $what } and { $more } more messages.
}
draft-kept-discreetly = Kept, not sent.
draft-topic-button = Choose the topic
forwarded-mark = { $what } (forwarded)
draft-words = “{ $words }”
draft-unsent-discreetly = Something is not sent.
draft-open-button = Open
draft-other-button = The other draft
draft-subject = Topic: { $subject }
draft-erased-at = The bot keeps this until { $time }.
draft-gone = The time is over and the draft is deleted. Please write again.
draft-take-over-button = Add this here
draft-add-more = You may add more. If you send without a name, nobody will see your name, number or account.
draft-voice-is-known = A voice can be recognised. To stay without a name, write in words.
draft-kept-back = { $count ->
    [one] { $count } attachment may tell who sent it. Without a name it is left out.
   *[other] { $count } attachments may tell who sent them. Without a name they are left out.
}
my-case-files-tell = Files are cleaned of names, dates and coordinates. What cannot be cleaned the officer gets as it is.
draft-files-cleaned = Files are cleaned: there will be no author, dates or coordinates in them.
draft-files-tell = With a name the officer gets the file as it is, with its title. It may show who made it and where.
draft-ways-out = Send it as a photo, write it in words, or send with your name.
draft-ways-out-without-photo = Write it in words, or send with your name.
draft-send-unnamed-button = Send without a name
draft-send-unnamed-without-files-button = No name, without these files
draft-send-named-button = Send with my name
draft-name-title = How may we address you?
draft-ask-name = Write your name and surname. Only the person who answers sees them, in this case alone.
draft-not-a-name = No letter of this can be seen. Write your name in letters.
draft-needs-consent = For the officer to get your message, your consent is needed.
draft-consent-button = Read and agree
draft-kept-for = The bot will wait: { $hours }.
draft-cancelled = Cancelled. Nothing was sent.

## Whose words are these?

to-whom-title = Which case is this for?
to-whom-choose = Choose a case, or ask a new question.
to-whom-ended = Case { $number } is closed already. Reopen it, or write a new one?
to-whom-forwarded = The case { $number } was forwarded to another body. Reopen it, or write a new one?
to-whom-new-case-button = A new case
to-whom-new-question-button = A new question
to-whom-given = Added to your case: { $number }

## After sending

case-sent = Sent: { $number }
case-number-is-internal = This is the number of your case in the bot. It is not a crime report.
case-what-next-officer = The officer will read it and answer in this chat. To add something, just write.
case-what-next-coordinator = The police coordinator will read it and answer in this chat. To add something, just write.
case-what-next-thanks = Thank you! The officer will read your message.
case-danger-now = In danger now? Call 102, do not wait for an answer in the chat.
case-usual-answer = The answer usually comes by { $date }.
case-resolution-promised = The case is to be resolved by { $date }.
case-not-delivered = { $number }: this message could not be passed on. Write again, or call.
case-edit-not-shown = { $number }: the other side does not see what you changed yet. It is shown as soon as the bot can.
reason-not-delivered = { $number }: the reason could not be passed on to the resident, who can read it in the case.
pause-appeal-unread = { $number }: no coordinator can be reached now. Call the police, or write later.
complaint-ending-unread = { $number }: the other coordinator, who should agree, does not take the bot’s messages.
case-edited = (edited)

file-goes-as-it-is = This file cannot be cleaned, so it is passed on as it is. It may show who made it and where.
file-not-passed = (the file was not passed on)
file-not-delivered = Not delivered: { $what }.
file-unwanted = The other side takes no voice messages or round videos in Telegram. Write it in words.
file-refused = Telegram did not take it. Send it again, or write it in words.
file-fault-too_large = The file was not passed on: it is larger than 20 MB.
file-fault-unavailable = The file was not passed on: Telegram did not give it.
file-fault-unknown = The file was not passed on: names and coordinates cannot be taken out of such files.
file-fault-broken = The file was not passed on: it is damaged.
file-fault-locked = The file was not passed on: it has a password.
file-fault-text-passed = Your text was passed on.
file-instead-resident = Send a photo or a PDF without a password, or show the file at the officer’s office hours.
file-instead-desk = Send a photo or a PDF without a password, or hand the file over at your office hours.

case-cannot-move = That is no longer possible: the case has moved on.
case-has-ended = This case has ended. To add to it, reopen it under “My cases”.
case-cannot-reopen = More than 14 days have passed. Please write a new case.
case-already-rated = You have rated this case already. Thank you.
case-nothing-to-send = There is nothing to send yet. Write what happened.
case-needs-a-name = Contacts, and files that cannot be cleaned, are not passed on without a name: they may tell who sent them. Send it as a photo, write it in words, or send a new case with your name.
case-erased = This case has been erased: the time for which it is kept is over.
case-erased-asked = This case has been erased on request.
case-unlinked = The resident asked to forget whose case this is. No answer can reach them.
case-link-kept = Whose case it is can be forgotten only where it has no name. To erase everything: “My data”.
case-taken-by-another = This case is in work with another officer already.
case-too-many-open = You have too many open cases: { $limit }. The draft is kept: close what you do not need any more, or add to an open case. In danger, call 102.
case-too-many-today = Cases that can be sent within 24 hours: { $limit }. The draft is kept: send it later, or add to an open case. In danger, call 102.
case-complaint-unread = Nobody can read a complaint about the officer here yet. Do not write it here: the officer would read it. Contact the main police department of your oblast.
case-own-contact = Your contact was not passed on: your account could be found by it. If you want the officer to call, write the number as text.
case-cannot-pass-on = The bot cannot pass on messages of this kind. Write it in words, send a photo or a voice message.

case-moved-accept = Your case is in work.
case-moved-hand = Another officer now takes care of your case.
case-moved-transfer = { case-moved-hand }
case-moved-give_back = { case-moved-hand }
case-moved-turn = An officer of the community has your case.
case-moved-share = Your case was given to other officers. You will learn who answers it.
case-moved-to-coordinator = Your case was given to a coordinator.
case-moved-relocate = Your case was passed on. The police of this community will answer it:
case-moved-return = Your officer is back on duty.
case-moved-close = Your case is closed.
case-moved-decline = Your case was declined. The reason:
case-moved-forward = Your case was forwarded to another body.
case-rate = Please rate how you were helped, from 1 to 5.
case-with-officer = Responsible: { $rank } { $name }.
case-with-coordinator = Responsible: the coordinator of the regional police.
case-reopen-button = Reopen

case-not-ready-to-send = First agree to the terms and choose your community. Your message is kept.
case-edit-too-late = The case has ended, so the change was not passed on.
case-place-not-followed = The place was passed on once. The bot does not follow where you go.
case-comment-passed-on = Thank you! Your message was passed on.
case-answer-came = There is an answer to your case No. { $number }.
case-answer-changed = The answer to your case No. { $number } was changed.
case-open-words-button = Show
case-hide-words-button = Hide
case-hide-words = Have you read it? This and your own messages can be taken out of the chat.
case-hidden = Removed.
case-hiding = Your own messages go out of the chat as well. All is kept: “My cases”.
case-hide-yourself = After two days only you can take the file out of this chat: press it and choose “Delete”.
case-hide-own-yourself = Your messages that are older than two days can be removed by you alone: press a message and choose “Delete”.
case-rated = Thank you! Your rating: { $rating }. Would you like to add a few words? Just write.

## My cases

my-cases-title = My cases
my-cases-none = You have not sent anything yet. Report what happened, or ask.
my-cases-choose = Choose a case to open it.
my-case-status = Status: { $status }.
my-case-sent = Sent: { $time }
my-case-readers = Opened by { $count ->
    [one] { $count } person
   *[other] { $count } people
}
my-case-rating = Your rating: { $rating }
my-case-history-button = Read it all
my-case-add-button = Add to it
my-case-add = Write or send what you would like to add. All that follows goes to this case.
my-case-added-button = Done
my-case-close-button = Close
my-case-ask-close = Do you no longer need an answer? A closed case can be reopened for 14 days.
my-case-close-yes-button = Yes, close it
my-case-show-button = Show: { $what }
case-waits-for-you = Waiting for your answer
case-not-taken-yet = Nobody has taken the case yet.

## What a message holds

content-text = text
content-photo = photo
content-video = video
content-animation = animation
content-voice = voice message
content-video_note = round video
content-audio = audio
content-document = file
content-sticker = sticker
content-location = place
content-contact = contact

## Statuses

case-kind-report = Report
case-kind-question = Question
case-kind-council = A council’s question
case-status-new = New
case-status-in_work = In work
case-status-waiting = Waiting for the resident
case-status-answered = Answered
case-status-closed = Closed
case-status-declined = Declined
case-status-forwarded = Forwarded to another body
case-status-merged = Merged into another case
case-place = Place: { $place }
case-unnamed = Without a name
case-chat-erased = Removed from the chat: the time for which it is kept is over.
case-words-erased = The text and files of this case have been erased: the time for which they are kept is over.
case-files-erased = The files of this case have been erased: the time for which they are kept is over.
case-link-erased = Who sent the case has been erased: the time for which it is kept is over.
case-erased-by-wish = Erased on the resident’s request.
case-erased-by-wish-held = Erased on the resident’s request. The text stays, because an investigation may ask for it.
case-chat-erased-by-wish = Taken out of the chat: erased on the resident’s request.
case-chat-erased-own = Erased on your request.
case-link-cut = The resident asked to forget whose case this is: it cannot be answered any more.
case-about-notice = About the notice: { $topic }, { $date }
case-about-some-notice = About the notice: { $date }
case-answer-by = Answer by: { $time }
case-resolve-by = Resolve by: { $time }
case-crime-signs = Signs of a crime
case-taken = In work with another officer.
case-taken-by-coordinator = In work with another coordinator.
case-by-turn = In turn: { $officer }
case-shared = All officers of the area see it until it is opened.
case-card-below = { $number }: the card of this case is further down now.
case-given = Given to an officer.
case-left = You no longer work on this case.
case-is-in-thread = The case is in a topic of its own now.
case-emergency = Attention: words of danger. The resident was shown whom to call.
case-danger = 🆘 The case now has words of danger. The resident was shown whom to call.
case-message-left = The attachment ({ $what }) was taken out of the chat: after two days the bot could not erase it. It is in the case.
case-unopened = 🆘 Urgent. Nobody has opened this case for more than 15 minutes.
case-alarmed = Nobody opened it for more than 15 minutes.
case-urgent = 🆘 Urgent.
case-message-came = A new message of the resident.
case-message-changed = The resident has changed a message.
case-more-messages = { $count ->
    [one] One more message of the resident.
   *[other] { $count } more messages of the resident.
}
case-more-answers = { $count ->
    [one] { $count } more message from the officer.
   *[other] { $count } more messages from the officer.
}
case-emergency-mark = danger

from-officer = { $rank } { $name }
from-police = Community police
from-you = You
from-you-written-down = You (written down by the officer)
from-resident = Resident
from-resident-named = Resident: { $name }
from-resident-written-down = { $resident } (written down by { $officer })

## What a message refers to

reference-forwarded = A forwarded message
reference-part = In answer to:
reference-elsewhere = In answer to a post of another chat:
reference-elsewhere-unseen = In answer to a post of another chat that is not shown here
bots-own-message = This is a message of the bot itself, and it is not passed on. Write it in your own words.
case-of-another = This message is from another case, so it was not sent. Write it in your own words.
draft-forwarded = What you forwarded is marked. The officer does not see whose it is.

# Calls and visits.
case-phone = Phone: { $phone }
case-channel-chat = Chat
case-channel-phone = Call
case-channel-visit = Visit
case-unclaimed = The person is not in the bot: read the answer out or print it
