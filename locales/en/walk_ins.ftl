# A call or a visit that an officer writes down.

walk-in-button = Write down a call or a visit
walk-in-title = Write down a call or a visit
walk-in-explained = The person is not in the bot? Write down what they say. It becomes a case like any other.
walk-in-phone-button = Call
walk-in-visit-button = Visit
walk-in-phone-title = Call
walk-in-visit-title = Visit
walk-in-words = Write what the person said. A voice message will do, and photos can be added. Name and phone are asked for later.
walk-in-words-so-far = Messages written down: { $count }.
walk-in-words-more = Add more, or press “Next”.
walk-in-next-button = Next
walk-in-subject-title = What is it about?
walk-in-place-title = Where did it happen?
walk-in-place = Choose the settlement, or type its name.
walk-in-place-type = Type the name of the settlement.
walk-in-place-none = The community has no such settlement. Type the name alone, for example: Веселе.
walk-in-no-place-button = No place was named
walk-in-consent-title = Read this out to the person
walk-in-called = Name: { $name }
walk-in-ask-name = If the person gave a name, type it with the phone in one message.
walk-in-read-out = Name and phone are kept only if the person agrees.
spoken-consent-1 = The community’s police officer will write down what you say; the officer and the police coordinators will see it. Your name and phone, if you give them, are needed for the answer. The data are kept by: { $controller }. You can ask for them to be erased at any time. This is not a crime report. Do you agree?
spoken-consent-2 = The community’s police officer will write down what you say; the community’s officers and the police coordinators will see it. A group of officers sees the number of the case and the settlement. Your name and phone, if you give them, are needed for the answer. The data are kept by: { $controller }. You can ask for them to be erased at any time. This is not a crime report. Do you agree?
spoken-consent = read out, and the person agreed (text { $version })
walk-in-agreed-button = The person agreed
walk-in-refused-button = Did not agree: without a name
walk-in-saved = Written down: { $number }
walk-in-saved-elsewhere = The case is with those who serve this place now.
walk-in-unfinished = First finish writing down the call or visit, or cancel it: “My post”.
walk-in-nothing-written = Nothing is written down yet.
walk-in-waits = A call or a visit is not written down yet.
walk-in-go-on-button = Go on
walk-in-erased = The unfinished call or visit was erased.
walk-in-dropped = The call or visit was not saved.

## What its person is told

walk-in-add-button = Add what they said
walk-in-add-more-button = Add more
walk-in-words-added = { $number }: what the person said was added.
walk-in-answer-button = Write the answer down
walk-in-hand-button = Give the answer
walk-in-answer-stored = { $number }: the answer is stored. The person still has to be told.
walk-in-declined = { $number }: the case is declined. Tell the person why.
walk-in-how = The answer is stored. How did the person get it?
walk-in-how-declined = The case is declined. How did the person learn why?
walk-in-how-forwarded = The case is forwarded. How did the person learn that?
walk-in-end-untold = The person does not know yet how it has ended. Tell them, or print it.
walk-in-read-button = Read out
walk-in-given-button = Given on paper
walk-in-print-button = Print (PDF)
walk-in-all-told = The person has had all that you answered.
walk-in-noted = Noted.
walk-in-nothing-to-tell = There is no answer to give.
walk-in-printed = { $number }: the answer to be printed. Hand it over and press “Given on paper”.
walk-in-claimed = The person has opened the case in the bot. Answers come to their chat.
walk-in-emergency = Attention: words about danger. Remind the person of the number 102.

## Instead of what the resident reads in the bot

walk-in-desk-expects-answer = { $number }: write the answer. The person still has to be told it.
walk-in-desk-expects-decline = { $number }: write why it is declined. The person still has to be told it.
walk-in-desk-expects-follow_up = { $number }: write what else the person said. A voice message or a photo will do.
walk-in-ready-preview-answer = The person is not in the bot and still has to be told this:
walk-in-ready-preview-reason = The case will be declined. The person still has to be told why:
walk-in-ready-send-answer-button = Store
walk-in-ready-send-reason-button = Decline
walk-in-ready-change-answer = Copy the text, change it and send it here. Your next message will be the answer that the person still has to be told.
walk-in-ready-change-reason = Copy the text, change it and send it here. Your next message will be the reason.
walk-in-forward-whom = To which body? The case ends in the bot with that. Tell the person to whom it was forwarded.
walk-in-forward-ask-name = Write the full name of the body. The person still has to be told it.
walk-in-forward-ask = The person still has to be told this. Forward the case?
walk-in-transfer-whom = To whom? Your colleague gets all that was written. The bot does not notify the person.
walk-in-recall-ask = Take back your last answer ({ $time })? The person has not been told it yet. It stays in the case, marked.
walk-in-recall-done = The answer was taken back.
walk-in-hold-link-goes = The person’s name and phone are erased after the usual time. The person is not in the bot and is not notified.
walk-in-hold-ask-reason = Term: { $term }. Write the reason. The coordinators read it; the person only on opening the case in the bot. Do not retell what is in the case.
walk-in-hold-ask-end = End the keeping now? The coordinators are notified.

## Correcting it

walk-in-correct-button = Correct the data
walk-in-correct = What is to be corrected?
walk-in-correct-person-button = Name and phone
walk-in-correct-place-button = Settlement
walk-in-forget-person-button = Take out name and phone
walk-in-ask-forget = Take out name and phone for good? Then nobody can be told the answer, unless the person comes back.
walk-in-forget-yes-button = Yes, take them out
walk-in-correct-person = Write the name, the phone, or both. What you leave out stays.
walk-in-no-name-or-phone = This looks like no name and no phone. Write nothing else.

## The page

answer-page-title = Answer to case { $number }
answer-page-warning = The number is internal: the bot gave it. This is no answer to a crime report.
