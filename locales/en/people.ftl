# The greeting, the consent, the menus, help.

greeting-title = Good day!
greeting =
    This is the bot of your community’s police officer.
    Report something here, or ask a question.
    The officer’s answer will come to this chat.
agree-button = I agree
agreed = Thank you. Your consent is noted (version { $version }).

## Menus of those who work here

menu-desk-button = Cases
menu-post-button = My post
menu-as-resident-button = I am a resident
menu-as-officer-button = I am an officer
menu-coordinator-button = Coordinator
menu-at-desk = New cases come here by themselves. All of them: “Cases”.
menu-without-officer = Your community has no officer yet. Numbers to call are here: “Help”.
menu-as-resident = You are writing as a resident now. To work again, press “I am an officer”.

## Help

words-menu = menu, main menu
help =
    To write to the officer, press “Report” or “Ask”.
    No buttons? Write the word “menu”.
stop-title = What shall be turned off?
stop =
    The bot sends notices of the police, the reminders that you asked for, and answers to your cases.
    To have it write nothing at all, block it in Telegram.
stop-reminders-button = Turn the reminders off
stop-reminders-are-off = The reminders that you asked for are off.
stop-consent = You may withdraw your consent or erase your data at any time: “My data” or { $contact }.
