# The consent. A text that people have agreed to is never changed: a new one gets the next number, and is asked for
# before the next new case (CONSENT_VERSION in bot/domain/people.py).

consent-1 =
    To write to the officer, you need to agree.
    The bot will keep your messages, the number of this chat and your community.
    Telegram carries them through servers abroad.
    The data are held by: { $controller }.
    You may withdraw your consent at any time: { $contact }.
    The officer’s contacts and the numbers to call need no consent.
    Version of the consent: { $version }.
consent-2 =
    To write to the officer, you need to agree.

    Who reads. The police officers of your community. Where there are none, or the case is paused, the coordinators of the police. A complaint about an officer is read only by coordinators whom it does not concern.

    What the bot keeps. Your messages, the number of this chat, your community, and your name if you write it.

    Without a name. The officer does not see who you are. The bot still keeps the number of the chat, to pass the answer on.

    How long. The time counts from the closing of the case.
    Text and files: { $words }.
    Files sent without a name: { $files }.
    Your name and the number of your chat in the case: { $links }.
    The text of complaints and of signs of a crime may be needed by an investigation, and stays longer. A coordinator may keep another text longer: the bot will say why, and until which day.

    A court may demand all that is kept, the number of the chat too.

    Telegram. The chat with the bot is not end-to-end encrypted: Telegram itself sees it. Its servers are abroad.

    The data are held by: { $controller }.
    You may withdraw your consent or have your data erased at any time: “My data” in the settings, or { $contact }.
    The officer’s contacts and the numbers to call need no consent.
    Version of the consent: { $version }.
consent-3 =
    To write to the officer, you need to agree.

    Who reads. The police officers of your community. The coordinators of the police, where there are no officers, the bot cannot write to them, or the case is paused. Also when the case tells of danger and nobody has opened it. A complaint about an officer is read only by coordinators whom it does not concern.

    What the bot keeps. Your messages, the number of this chat, your community, and your name if you write it.

    Without a name. The officer does not see who you are. The bot still keeps the number of the chat, to pass the answer on.

    How long. The time counts from the closing of the case.
    Text and files: { $words }.
    Files sent without a name: { $files }.
    Your name and the number of your chat in the case: { $links }.
    The text of complaints and of signs of a crime may be needed by an investigation, and stays longer. A coordinator may keep another text longer: the bot will say why, and until which day.

    A court may demand all that is kept, the number of the chat too.

    Telegram. The chat with the bot is not end-to-end encrypted: Telegram itself sees it. Its servers are abroad.

    The data are held by: { $controller }.
    You may withdraw your consent or have your data erased at any time: “My data” in the settings, or { $contact }.
    The officer’s contacts and the numbers to call need no consent.
    Version of the consent: { $version }.

## Asking again

consent-title = The consent
consent-again-title = The text of the consent has changed
consent-again = It says more now: who reads your messages and when, and how long they are kept.
consent-again-open-cases = A new case needs a new consent. Open cases go on without it.
consent-again-draft = What you wrote is still here. The bot will wait: { $hours }.
consent-earlier-button = What I have agreed to
consent-read-button = Text of the consent
consent-changed = The text of the consent has changed. Please read it again.
my-case-consent = Sent under the consent of version: { $version }
