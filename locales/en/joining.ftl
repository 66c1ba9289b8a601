# How a community joins: what its council and its coordinators read.

menu-council-button = Council
joining-button = Joining the project
joining-open-button = Open

partner-council = community
partner-coordinator = coordinator
partner-officer = officer

## Where it is

joining-step-chosen = The community was chosen. Its leadership is not invited yet.
joining-step-invited = Its leadership is invited.
joining-step-considering = The community considers it.
joining-step-agreed = The community agrees.
joining-step-declined = The community declined.
joining-step-memorandum = The memorandum is signed. The community gets ready.
joining-step-active = The officer works, residents can write.
joining-step-paused = Taking part is paused.
joining-step-ended = Taking part has ended.
joining-since = Since: { $date }
joining-waits-chosen = Next: invite the head or a deputy.
joining-waits-invited = Next: the community’s answer.
joining-waits-considering = Next: the community’s answer.
joining-waits-agreed = Next: sign the memorandum.
joining-waits-memorandum = Next: get everything on the list ready.
joining-waits-memorandum-ready = Everything is ready. Next: appoint the officer.
joining-memorandum = Memorandum: { $number }, { $date }
joining-ready = Ready: { $ready } of { $of }
joining-reason = Reason: { $reason }
joining-officer-button = Officer and office hours

## Answers and steps

joining-answer-agree-button = We agree
joining-answer-consider-button = We are considering it
joining-answer-decline-button = We decline
joining-note-agree-button = The community agrees
joining-note-consider-button = The community considers it
joining-note-decline-button = The community declined
joining-pause-button = Pause taking part
joining-resume-button = Resume taking part
joining-end-button = End taking part
joining-noted = Noted.
joining-why-title = Why?
joining-why-decline = Write why the community declines. The coordinator reads it.
joining-why-pause = Write why taking part is paused. The council reads it. The bot will take no new cases.
joining-why-end = Write why taking part ends. The council reads it.
joining-why-agree = Write the reason.
joining-why-consider = Write the reason.
joining-why-invite = Write the reason.
joining-why-sign = Write the reason.
joining-why-start = Write the reason.
joining-why-resume = Write the reason.
joining-reason-in-words = A reason in words is needed. Characters at most: { $limit }.
joining-not-now = This cannot be done now. Open the community’s page once more.
joining-still-served = Officers still work here. Close the community’s areas first.

## What the project is

joining-about-button = About the project
joining-about-title = Police officer of the community
joining-about-what = The officer lives and works in the community, with an office on its territory and office hours.
joining-about-gets = The community gets: an officer of its own, order and crime prevention, a report twice a year, answers to residents in this bot.
joining-about-gives = The community gives: premises for the station, by agreement housing and a part of the cost of a car. The police give: salary and service equipment.
joining-about-then = Then: the community’s answer, the memorandum, getting ready, the officer’s appointment. The council sees no cases of residents.

## What has happened

joining-history-button = How it went
joining-history-title = How it went
joining-history-none = Nothing is noted yet.
joining-event = { $time } · { $by }: { $what }.
joining-event-why = { $event } “{ $reason }”
joining-event-invite = the leadership is invited
joining-event-consider = the community considers it
joining-event-agree = the community agrees
joining-event-decline = the community declined
joining-event-sign = the memorandum is signed
joining-event-start = the officer began to work
joining-event-pause = taking part is paused
joining-event-resume = taking part is resumed
joining-event-end = taking part has ended

## The memorandum

joining-memorandum-button = Note the memorandum
joining-memorandum-page-button = Memorandum
memorandum-title = Memorandum
memorandum-ask =
    Write its number and its day in one line.
    For example: 15/2 of 03.03.2026
memorandum-no-file = There is no file yet.
memorandum-open-button = Open the file
memorandum-attach-button = Add the file
memorandum-replace-button = Replace the file
memorandum-change-button = Change number and date
memorandum-ask-file = Send a photo or a document. The council can open it.
memorandum-file-expected = A photo or a document is needed here.
memorandum-file-lost = The file could not be sent. Ask the coordinator to add it again.
joining-wrong-memorandum = Not understood. Write the number and a day that has been, for example: 15/2 of 03.03.2026

## The list of readiness

joining-readiness-button = Readiness
readiness-title = Readiness
readiness-explained = The council and the coordinator can tick what is there.
readiness-item = { $ready ->
    [True] ✓ { $item }
   *[other] · { $item }
}
readiness-office = Office
readiness-equipment = Equipment
readiness-housing = Housing
readiness-car = Car
readiness-responsible = Responsible: { $who }
responsible-council = community
responsible-police = police
responsible-both = community and police
readiness-since =
    Ready since: { $date }
    Ticked by: { $by }
readiness-not-yet = Not ready yet.
readiness-tick-button = Ready
readiness-untick-button = Not ready yet
readiness-responsible-button = Change who is responsible
readiness-detail-office-button = Write the address or a point
readiness-detail-equipment-button = Write what there is
readiness-detail-housing-button = Write what there is
readiness-detail-car-button = Write what there is
readiness-map-button = On the map
readiness-ask-office = Write the office’s address in one line. Or send a point: the paper clip, then “Location”.
readiness-ask-equipment = Write in one line what equipment there is.
readiness-ask-housing = Write in one line what housing there is.
readiness-ask-car = Write in one line what car there is.
joining-detail-too-long = One line of words is needed. Characters at most: { $limit }.

## The council's people

council-button = Council
council-title = Council
council-nobody = There is nobody here yet.
council-member = { $post }: { $name }
council-post-head = Head of the community
council-post-deputy = Deputy head
council-post-secretary = Secretary
council-post-operator = Community operator
council-invite-button = Invite a person
council-invite-title = Invite to the council
council-whom = Whom do you invite?
council-ask-name = Write their name, for example: Ivan Petrenko.
council-end-button = End what they are entrusted with
council-since = Since: { $date }
council-lock-title = Lock their access?
council-lock-means = The telephone is lost: they will not see the community’s page until it is unlocked. Their invitations are revoked.
councils-which = Choose the community.
council-end-title = End what they are entrusted with?
council-end-means = They will no longer see this page, or answer for the community.
council-end-yes-button = Yes, end it
council-ended = Ended.

## A question to the coordinators

council-ask-button = Ask the coordinator
council-ask-title = A question to the coordinator
council-ask-words = Write your question in one message. Only a coordinator reads it, and the answer comes here.

## The letter of invitation on paper

council-letter-button = Letter to print
council-letter-coming = The letter will come in a moment.
council-letter-here =
    The letter to print. For: { $name }
    Only the code in this letter works: the link that you had before is void.
council-letter-failed = The letter could not be sent. Please try again.
council-letter-title = An invitation to the project “Community Police Officer”
council-letter-invites = Good day! We invite your community to join the project.
council-letter-how = How to answer
council-letter-scan = 1. Point the telephone’s camera at the code and open the bot in Telegram.
council-letter-press = 2. Start the conversation with the bot and press “Accept the invitation”.
council-letter-code = 3. The coordinator will call you. Tell them the code that the bot shows.
council-letter-answer = 4. Read in the bot what the project is, and give your answer.
council-letter-until = Last day: { $date }
council-letter-once = The code works once, and for you alone: do not pass it on.
council-letter-qr = QR code with the link to the bot
council-letter-signature = Police coordinator:
council-letter-telephone = Telephone for questions:

## All communities

funnel-button = How communities join
funnel-title = How communities join
funnel-explained = How many communities are at each step. Press to see which.
funnel-oblast = { $oblast }: { $active } of { $all } work
funnel-step-button = { $step }: { $count }
funnel-chosen = Chosen
funnel-invited = Invited
funnel-considering = Considering
funnel-agreed = Agreed
funnel-declined = Declined
funnel-memorandum = Getting ready
funnel-active = Active
funnel-paused = Paused
funnel-ended = Ended
funnel-longest-first = Those that have waited longest come first.
funnel-nobody = No community is at this step.
funnel-picture-button = As a picture
funnel-table-button = As a table
funnel-file-coming = The file will come in a moment.
funnel-file-failed = The file could not be sent. Please try again.
funnel-by-oblast = By oblast: active / all
funnel-works-of = { $active } / { $all }
funnel-sheet-steps = Steps
funnel-sheet-communities = Communities
funnel-column-step = Step
funnel-column-count = Communities
funnel-column-community = Community
funnel-column-raion = Raion
funnel-column-oblast = Oblast
funnel-column-since = Since
funnel-column-days = Days
funnel-column-turn = Whose turn
funnel-community-button = { $name } · { $days } d

## At rest

joining-rests-title = A reminder of the project
joining-many-rest = Nothing has changed for long. Communities: { $count }
