# What the bot shows of itself in Telegram, before anybody has pressed Start, and the list of its commands.

profile-short-description = Contact with the police officer of your community. Not the 102 service.
profile-description =
    Write to the police officer of your community: report a problem or ask a question. You need not give your name.
    See who your officer is and when you can visit.

    This is not the 102 service. If a life is in danger, call 102 or 112.
command-start = Start, or open the menu
command-cases = My cases
command-officer = My officer
command-help = Numbers to call, what the bot can do
command-language = Language: Ukrainian or English
