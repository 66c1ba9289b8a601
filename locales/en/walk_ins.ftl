# A call or a visit that an officer writes down.

walk-in-button = Write down a call or a visit
walk-in-title = Write down a call or a visit
walk-in-explained = The person is not in the bot? Write down what they say. It becomes a case like any other.
walk-in-phone-button = Call
walk-in-visit-button = Visit
walk-in-phone-title = Call
walk-in-visit-title = Visit
walk-in-words = Write what the person said. A voice message will do, and photos can be added.
walk-in-words-so-far = Messages written down: { $count }.
walk-in-words-more = Add more, or press “Next”.
walk-in-next-button = Next
walk-in-subject-title = What is it about?
walk-in-place-title = Where did it happen?
walk-in-place = Choose the settlement, or type its name.
walk-in-place-none = The community has no such settlement. Type the name in another way.
walk-in-no-place-button = No place was named
walk-in-consent-title = Read this out to the person
walk-in-called = Name: { $name }
walk-in-ask-name = If the person gave a name, type it with the phone in one message.
walk-in-read-out = Name and phone are kept only if the person agrees.
spoken-consent-1 = The community’s police officer will write down what you say; the officer and the police coordinators will see it. Your name and phone, if you give them, are needed for the answer. The data are kept by: { $controller }. You can ask for them to be erased at any time. This is not a crime report. Do you agree?
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

walk-in-answer-button = Write the answer down
walk-in-hand-button = Give the answer
walk-in-answer-stored = { $number }: the answer is stored. The person still has to be told.
walk-in-declined = { $number }: the case is declined. Tell the person why.
walk-in-how = The answer is stored. How did the person get it?
walk-in-how-ended = The case has ended. How did the person learn of it?
walk-in-end-untold = The person does not know yet how it has ended. Tell them, or print it.
walk-in-read-button = Read out
walk-in-given-button = Given on paper
walk-in-print-button = Print (PDF)
walk-in-all-told = The person has had all that you answered.
walk-in-noted = Noted.
walk-in-nothing-to-tell = There is no answer to give.
walk-in-printed = { $number }: the answer to be printed. Hand it over and press “Given on paper”.

## The page

answer-page-title = Answer to case { $number }
answer-page-warning = The number is internal: the bot gave it. This is no answer to a crime report.
