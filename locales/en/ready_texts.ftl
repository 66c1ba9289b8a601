# Ready answers and reasons for refusal.

## In a case

ready-answer-button = Ready answer
ready-reason-button = Ready reasons
ready-list-answer = { $number } · Ready answers
ready-list-reason = { $number } · Ready reasons
ready-list-choose = Choose one, or write a word to find it. What you write is sent to nobody.
ready-list-not-found = Nothing has this word. Write another one.
ready-list-none = There is nothing here yet.
ready-list-more = There are more: { $count }. A word finds them.
ready-own-button = Ready answers: change
ready-preview-answer = The resident will read:
ready-preview-reason = The case will be declined. The resident will read:
ready-preview-answer-aloud = You tell this to the person:
ready-preview-reason-aloud = The case will be declined. You tell this to the person:
ready-send-answer-button = Send
ready-send-reason-button = Decline
ready-change-button = Change
ready-another-button = Another one
ready-sent-answer = Sent: “{ $title }”.
ready-sent-reason = Declined for this reason: “{ $title }”.
ready-kept = Saved: “{ $title }”.
ready-change-answer = Copy the text, change it and send it. The resident will read your next message.
ready-change-answer-aloud = Copy the text, change it and send it. Your next message is what you tell the person.
ready-change-reason = Copy the text, change it and send it. Your next message will be the reason for refusal.
ready-changed = The text, or what the case fills in, has changed. Open the preview again.
ready-nothing-left = In this case nothing is left of the text: there is nothing to fill it with.

## By themselves

ready-all-button = Ready answers
ready-all-title = Ready answers
ready-all-explained = 💬 answers · ✋ reasons for refusal
ready-all-none = There is nothing here yet. Add what you write most often.
ready-new-answer-button = New answer
ready-new-reason-button = New reason for refusal
ready-whose = Who may send it?
ready-of-officer = Only me
ready-of-area = Officers of the area: { $area }
ready-of-oblast = The whole oblast: { $oblast }
ready-of-others = A coordinator, or an officer who serves there, may change it.
ready-ask-title = Write a short title for the button.
ready-ask-text = Write the text in Ukrainian.
ready-ask-uk = Write the new text in Ukrainian.
ready-ask-en = Write the text in English. A resident who has chosen English will read it.
ready-places = What the case fills in: { $places }. What it does not have falls out with its comma; a line without office or hours goes whole.
ready-used = Times sent: { $count }
ready-english = In English:
ready-edit-title-button = Change the title
ready-edit-uk-button = Change the text
ready-edit-en-button = In English
ready-drop-en-button = Without English
ready-remove-button = Delete
ready-ask-remove = Delete it for good? Answers that were sent stay.
ready-remove-yes-button = Yes, delete
ready-removed = Deleted.
ready-unwritten = Words are needed here.
ready-too-long = Too long. The limit in characters: { $limit }.
ready-too-many = There is no room for more: { $limit }. Delete what you do not need.
ready-unknown-place = Nothing fills this: { $word }. You can write: { $known }.
