# Pauses: an officer stops what comes from a case for some days.

## At the desk

pause-button = Pause
pause-lift-button = Lift the pause
pause-choose-term = For how long shall the case be paused? New messages of the resident are kept, and do not come to your chat. Danger comes to you and to the coordinator. The resident sees the term and the reason.
pause-ask-reason = Pause: { $days }. Write the reason. The resident and the coordinator will read it.
pause-until = Paused until: { $time }
pause-came = { $count ->
    [one] During the pause: { $count } message
   *[other] During the pause: { $count } messages
}
pause-lifted = The pause is lifted.
pause-holds-already = This case is paused already.
pause-is-over = The pause has ended already.

## For the resident

pause-own-until = The officer has paused this case. Until: { $time }
pause-own-kept = Write as before: everything is kept, and the officer will read it later.
pause-own-danger = Danger is passed on immediately. If there is danger, call 102.
pause-own-reason = The reason:
pause-own-over = The pause has ended. Your messages are passed on again.
pause-own-open-button = Open the case
pause-appeal-button = Ask the coordinator
pause-appealed = The coordinator of the oblast's police will get your request.
pause-appealed-already = The coordinator has your request to look at the pause already.

## For coordinators

pause-appeal-came = The resident asks you to look at the pause.
pause-list-title = Paused cases
pause-list-explained = While a pause lasts, new messages are kept and do not come to the officer. Each reading is noted.
pause-list-empty = No case is paused.
