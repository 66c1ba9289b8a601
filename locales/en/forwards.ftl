# Forwarding a case to another body.

forward-button = To another body
forward-whom = To which body? With that the case ends in the bot, and the resident learns to whom it went.
forward-agency-council = Council of the community
forward-agency-social = Social service
forward-agency-rescue = Rescuers (State Emergency Service)
forward-agency-juvenile = Juvenile prevention
forward-agency-patrol = Patrol police
forward-agency-other = Another body
forward-ask-name = Write to whom: the full name of the body. The resident will read it.
forward-named = { $number }: the name was noted.
forward-name-wrong = The name has to be one line, of at most { $limit } characters.
forward-ask = The resident will read this. Forward the case?
forward-send-button = Yes, forward
forward-done = Forwarded.
forward-waits =
    Hand the papers over by { $date }
    Then press the button.
forward-handed-button = The papers have gone
forward-handed = The papers have gone.

## For the resident

forward-told-whom = To: { $name }.
forward-told-until = They get your case by { $date }. This body will answer it.
