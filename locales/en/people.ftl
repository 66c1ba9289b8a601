# The greeting, the consent, the language.

greeting-title = Good day!
greeting =
    This is the bot of your community’s police officer.
    Report something here, or ask a question.
    The officer’s answer will come to this chat.
consent =
    To pass your words to the officer, the bot keeps them with the number of this chat and the name of your community.
    The data are held by: { $controller }. Telegram carries them through servers abroad.
    You may withdraw your consent at any time: { $contact }.
    You may read contacts and helplines without consent.
    Version of the consent: { $version }.
agree-button = I agree
