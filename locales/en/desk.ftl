# The officer's desk: cards, «Звернення», the history of a case.

## What can be done with a case

desk-accept-button = Accept
desk-answer-button = Answer
desk-ask-button = Ask
desk-close-button = Close
desk-decline-button = Decline
desk-crime-signs-button = Signs of a crime
desk-history-button = History
desk-more-button = More
desk-more-title = What to do with the case?
desk-accepted = In work.
desk-closed = Closed.
desk-has-ended = { $number }: closed.
desk-confirm-close = { $number }: the resident’s last message has no answer. Close the case?
desk-close-with-button = Close with words
desk-confirm-close-button = Close without an answer
desk-resident-occupied = The resident’s community is occupied. The bot does not send the answer: the resident reads it when they open the case themselves.
desk-answer-waits =
    { $number }: the answer is kept but not sent, as the resident’s community is occupied.
    The resident reads it when they open the case themselves. Then 👍 appears below it.

## Writing

desk-expects-answer = { $number }: write your answer.
desk-expects-ask = { $number }: write your question to the resident.
desk-expects-decline = { $number }: write the reason for declining. The resident will read it.
desk-expects-close = { $number }: write the last words. The resident will read them, and the case will be closed.
desk-sent = { $number }: sent to the resident.
desk-kept = { $number }: kept.
desk-has-declined = { $number }: declined, the reason was passed on.
desk-has-closed = { $number }: the case is closed, the last words were passed on.
desk-has-no-words = { $number }: cancelled.
desk-reply-to-nothing = What you replied to does not wait for an answer any more. Nothing was sent to the resident.
desk-last-words-in-words = The last words have to be text. This was not passed on.
desk-reason-in-words = The reason for declining must be written in words.
reason-in-words = The reason has to be written.
reason-too-long = The reason is too long: up to { $limit } characters. Write it shorter.
desk-own-contact = Your contact was not passed on: your account could be found by it. If the resident is to call, write the number as text.
desk-whose-title = Which case is this for?
desk-unsent-until = The bot keeps this until { $time }.
desk-words-erased = The time is over and your message is deleted. Please write again.
desk-whose = Choose a case, or type its number. What you wrote is kept for a day.
desk-unsent = { $more ->
    [0] Not sent yet: { $what }
    [one] Not sent yet: { $what } and { $more } more message.
   *[other] Not sent yet: { $what } and { $more } more messages.
}
desk-asked-next = Later messages, about which the bot asks next: { $count }
desk-unsent-text = “{ $text }”
desk-no-such-case = { $number }: you have no such case.
desk-find-button = Search: { $text }
desk-whose-ended = Case { $number } has ended. Nothing was sent.
desk-send-after-end-button = Send to the resident
desk-throw-away-button = Do not send
desk-thrown-away = Not sent. The bot has not kept it.
desk-no-open-cases = You have no open cases. This message was passed on to nobody.
desk-words-dropped = You did not choose a case for your message, so it was not sent.
desk-is-left =
    You have no officer’s desk now, so this message does not go to the cases that you worked.
    The bot takes it as a resident’s.
desk-writes-as-officer = You are working as an officer now. To write as a resident, press “I am a resident”.
desk-text-unassigned = First choose whom your message is for, or press “Do not send”.

## Signs of a crime

desk-offer-advice = { $number }: signs of a crime are noted. Send the resident the advice to call 102 or come to the station?
desk-advice-button = Send the advice about 102
desk-advice-sent = { $number }: the advice about 102 was sent.
desk-crime-advice = Your case shows signs of a crime. The bot takes no crime reports. Call { $police } or come to the police station.
desk-crime-advice-station = Station: { $station }.

## What the resident did

desk-moved-claim = The person has opened the case in the bot. Answers go to their chat now.
desk-moved-close = The resident closed the case.
desk-moved-merge = The resident has confirmed that this is the same matter as another case. This one has ended.
desk-moved-join = The resident has confirmed it: another case was merged into this one.
desk-moved-reopen = The resident reopened the case.
desk-moved-erase = The case was erased on the resident’s request. No answer is needed.
desk-moved-unlink = The resident asked to forget whose case this is. It cannot be answered any more; it can be closed.
desk-moved-rate = The resident's rating: { $rating } of 5.
desk-moved-rate-words = The resident added to the rating ({ $rating } of 5):
desk-moved-rate-unread = The resident added words to the rating ({ $rating } of 5).

## Lists

desk-list-mine-title = Waiting for you
desk-list-resident-title = Waiting for the resident
desk-list-overdue-title = Overdue
desk-list-closed-title = Closed
desk-list-empty = Nothing here.
desk-tab-mine = To answer: { $count }
desk-tab-resident = Waiting: { $count }
desk-tab-overdue = Overdue: { $count }
desk-tab-closed = Closed: { $count }
desk-line-due = answer by: { $time }
desk-line-resolve = resolve by: { $time }
desk-line-closed = closed: { $date }
desk-line-forwarded = forwarded: { $date }
desk-line-merged = merged: { $date }
desk-line-overdue = overdue
desk-line-paused = paused until { $date }
desk-line-unnamed = no name
desk-cases-handed = { $count ->
    [one] { $count } case is yours now.
   *[other] { $count } cases are yours now.
}
desk-unseen = { $count ->
    [one] You have not seen { $count } message yet.
   *[other] You have not seen { $count } messages yet.
}

## History

desk-copy-button = Copy: { $text }
desk-plain-text-button = Text for the register
desk-files-button = Show the attachments
desk-coordinator = Coordinator
desk-event-send = Sent.
desk-event-accept = Taken into work.
desk-event-close = Closed.
desk-event-decline = Declined.
desk-event-forward = Forwarded to another body.
desk-event-hand_over = The papers have gone.
desk-event-merge = Merged into another case.
desk-event-join = Another case of the resident was merged into this one.
desk-event-reopen = Reopened.
desk-event-erase = Erased on the resident’s request.
desk-event-unlink = The resident asked to forget whose case this is.
desk-event-queue = Returned to the coordinator's queue.
desk-event-hand = Handed to: { $rank } { $name }.
desk-event-transfer = Given to: { $rank } { $name }.
desk-event-give_back = Given back to: { $rank } { $name }.
desk-event-relocate = Given to another area or community.
desk-event-turn = Given in turn to: { $rank } { $name }.
desk-event-share = Given to the common queue of the area.
desk-event-give_back-coordinator = Given back to the coordinator.
desk-bot = The bot
desk-event-journal = The number in the journal was changed.
desk-event-cover = While the officer is absent.
desk-event-return = The officer is back on duty.
desk-event-no_crime_signs = Signs of a crime taken back.
desk-event-crime_signs = Signs of a crime noted.
desk-event-crime_advice = The advice about 102 was sent.
desk-event-undelivered = The answer was not delivered.
desk-event-recall = The answer was recalled.
desk-event-note = Its text is gone.
desk-event-pause = Paused.
desk-event-resume = The pause has ended.
desk-event-hold = The text is kept longer than usual.
desk-event-prolong = Kept longer still.
desk-event-release = Keeping past the usual time has ended.
desk-event-rate = Rating: { $rating } of 5.

desk-event-record = Written down from what the person said.
desk-event-correct = Name, phone or place was corrected.
desk-event-read_out = The answer was read out.
desk-event-hand_out = The answer was given on paper.
desk-event-claim = The resident has opened the case in the bot.
