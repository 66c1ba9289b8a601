# “My data”: what is kept of a resident, and what they may do with it.

words-my-data = my data, delete my data, erase my data, delete all my data, get my data
words-withdraw = withdraw consent, withdraw my consent, revoke consent, revoke my consent

my-data-title = My data
my-data-chat = The number of this chat: answers come through it.
my-data-language = Language: English
my-data-consent = Consent: { $date } (version { $version })
my-data-without-consent = There is no consent.
my-data-cases = Cases: { $count } (open: { $open })
my-data-messages = Messages in cases: { $count } (files: { $files })
my-data-drafts = Drafts: { $count }
my-data-topics = Topics of notices that you chose: { $count }
my-data-reminders = Reminders of office hours: { $count }
my-data-waits = The bot is to tell you when an officer comes.
my-data-post = You work in the bot. Records of your service are not part of this.
my-data-terms = Of a closed case the text and files are kept for { $words ->
    [one] { $words } day
   *[other] { $words } days
}, the record that it is yours for { $links ->
    [one] { $links } day
   *[other] { $links } days
}. Then the bot erases them by itself.
my-data-none = The bot keeps nothing about you that could be erased.

## The files

my-data-export-button = Download
my-data-export-first-button = Download first
my-data-export-coming = The files are on their way.
my-data-export-page =
    Your data: a page to read.
    The file stays in the chat. Delete it if others see this telephone.
my-data-export-json = The same data for programs (JSON).
my-data-made = Made
my-data-before = changed { $time }
my-data-topic-on = send
my-data-topic-off = do not send
my-data-field-consent = Consent
my-data-field-language = Language
my-data-field-place = Place
my-data-field-reminders = Reminders of office hours
my-data-field-status = Status
my-data-field-begun = Begun
my-data-field-sent = Sent
my-data-field-closed = Ended
my-data-field-name = Name
my-data-field-phone = Telephone
my-data-field-rating = Your rating

## The consent

my-data-withdraw-button = Withdraw consent
my-data-withdraw-title = Withdraw consent
my-data-withdraw =
    Without consent you cannot write to the officer.
    The bot forgets your community, topics of notices, reminders and drafts.
my-data-withdraw-open = Open cases are closed without an answer: { $count }
my-data-withdraw-keeps = What you sent stays until its time is over. To erase it now: “Erase everything”.
my-data-withdraw-yes-button = Yes, withdraw
my-data-withdrawn = Your consent is withdrawn. Changed your mind? Press /start and agree again.
my-data-no-consent = There is no consent to withdraw.

## All of it

my-data-erase-button = Erase everything
my-data-erase-title = Erase everything
my-data-erase = The bot erases all that it keeps of you: cases with text and files, name, telephone, community, consent.
my-data-erase-cases =
    Cases: { $count }. Of these open: { $open }. They are closed and not answered.
    Of a case its number, subject, place, dates and the words “erased on request” stay. The officer sees them.
my-data-held-crime = { $number }: signs of a crime. Its text stays for now, your name and the record that it is yours are erased.
my-data-held-complaint = { $number }: a complaint. Its text stays for now, your name and the record that it is yours are erased.
my-data-held-until = { $number }: a coordinator keeps its text until { $date }. Your name and the record that it is yours are erased.
my-data-held-more = And more such cases: { $count }
my-data-erase-both = Cases with and without a name go at the same time. The officer may guess that they are yours.
my-data-erase-post = You work in the bot: records of your service stay. Your work in it has to be ended first.
my-data-erase-telegram =
    In Telegram the bot takes away its own messages only: those of the last two days whole, older ones it replaces. Delete the rest yourself: open the menu of the chat and choose “Delete chat”.
my-data-erase-yes-button = Yes, erase everything
my-data-erased = Your data is being erased, this takes a minute. To write again, press /start.

## One anonymous case

my-data-cut-button = Forget that this case is mine
my-data-cut =
    The bot forgets that this case is yours. This cannot be undone.
    The officer keeps the text. No answer can reach you any more.
    The case leaves “My cases”.
my-data-cut-open = The case is still open. The officer sees that it cannot be answered any more.
my-data-cut-yes-button = Yes, forget it
my-data-link-is-cut =
    Forgotten. The bot does not know any more that this case is yours.
    Delete your messages in this chat yourself, if you need to.

## A reply that asks for it

my-data-whose-wish = Is this a request to the bot about your data, or a message to the officer?
my-data-for-bot-button = My data
my-data-for-officer-button = Send to the officer
