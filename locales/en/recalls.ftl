# Taking back the last answer.

recall-button = Recall the answer
recall-ask = Recall your last answer ({ $time })? It goes from the resident’s chat and stays in the case with a mark.
recall-may-be-read = The resident may have read it already. If so, the bot says that it was recalled.
recall-yes-button = Yes, recall
recall-done = The answer is recalled. The bot deletes it from the resident’s chat.
recall-stays = { $number }: Telegram did not let the bot delete the recalled answer from the resident’s chat. It can still be seen there.
recall-done-already = This answer was recalled already.
recall-only-last = Only the last answer can be recalled.
recall-too-late = More than 47 hours have passed. Telegram does not let the bot delete this answer any more. You can edit it, or write a new one.
recall-edit-instead = If you edit your message, the answer changes, too.
recalled = (recalled, the resident does not see this)
recalled-by-officer = The officer recalled this message.
recalled-from-chat = The officer recalled a message ({ $time }).
recalled-discreetly = The answer to your case No. { $number } was recalled.
