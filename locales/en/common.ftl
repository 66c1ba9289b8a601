# What all parts of the bot share. Plain text, no markup.

## The main menu: at most six buttons. The text of each is also understood when it is typed.

menu-report-button = Report
menu-question-button = Ask
menu-cases-button = My cases
menu-officer-button = My officer
menu-help-button = Help
menu-settings-button = Settings

menu = Choose what you need. Or just write.

## Single words that are understood without a button, parted by commas.

words-officer = officer, police
words-hours = hours, schedule
words-help = help, contacts, phones
words-stop = stop, unsubscribe

## Buttons and short answers that are the same everywhere.

back-button = ‹ Back
cancel-button = Cancel
skip-button = Skip
no-button = No
next-button = Next ›
previous-page-button = ‹ Previous
words-expected = Text is needed here: please type it. Or type “Cancel”.
old-button = This button is old. Write “menu”.
cancelled = Cancelled.
not-found = Nothing was found here.
apology =
    Something went wrong. Your message is kept.
    Please try again in a few minutes. If it is urgent, call 102.
apology-press = That did not work. Please try again in a minute.
not-a-service-102 = This is not the 102 service. The bot does not call the police.

## Languages, each in its own words.

language-button = { $language ->
    [en] English
   *[uk] Українська
}
choose-language = Which language shall we speak?
language-chosen = Language: English.

## Numbers to call.

hotlines-title = Numbers to call
hotline = { $number } — { $title }
hotline-police = police, day and night
hotline-rescue = fire and rescue, explosives
hotline-ambulance = ambulance
hotline-gas = gas leaks
hotline-single = the single emergency number
hotline-duty = the duty officer of the police
hotline-violence = domestic violence, day and night
hotline-la_strada = violence, human trafficking (from a mobile)
hotline-children = children’s helpline
hotline-lifeline = support when you do not want to live
hotline-cyberpolice = cyberpolice
hotline-missing = people who went missing
hotline-legal_aid = free legal aid
hotline-government = the government’s contact centre

## Days and amounts.

today = today
tomorrow = tomorrow
yesterday = yesterday
on-weekday-0 = on Monday, { $date }
on-weekday-1 = on Tuesday, { $date }
on-weekday-2 = on Wednesday, { $date }
on-weekday-3 = on Thursday, { $date }
on-weekday-4 = on Friday, { $date }
on-weekday-5 = on Saturday, { $date }
on-weekday-6 = on Sunday, { $date }
time-not-understood = The time is not clear. Type, for example: tomorrow at 9:00, or 25.11 18:30.
time-without-hour = At what time? Type the day and the time, for example: tomorrow at 9:00.
time-passed = That time has passed: { $time }.
days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
