# Slips: how the person of a call or a visit opens their case in the bot.

slip-button = Slip for the resident
slip-coming = The slip will come in a moment.
slip-here = { $number }: the slip to be printed. If there was another one, that is void.
slip-code = Code: { $code }
slip-code-apart = Tell the person the code, or write it down apart from the slip. It works once, for 14 days.
slip-failed = The slip could not be sent. Please try again.
slip-ended = { $number }: five wrong codes were typed. The slip is void, and a new one is needed.
slip-own = This slip is for a resident. It cannot be opened from an account that works here.

## For the person who has it

slip-enter-code-title = Type the code
slip-enter-code = Send the six digits that the officer told you.
slip-wrong-code = The code does not fit, or the slip is void. Check the code, or ask the officer for a new slip.
slip-claimed = The case is in your chat now. Answers will come here.

## The page

slip-page-title = Slip of case { $number }
slip-page-qr = QR code with the link to the bot
slip-page-scan = 1. Point the telephone’s camera at the code and open the bot in Telegram.
slip-page-code = 2. Send the bot the six digits that the officer told you.
slip-page-until = Last day: { $date }. The slip works once only.
