# What a resident hears of, and what was told where he or she lives. Topics' names stand in notices.ftl.

topics-button = Topics of notices
topics-title = Topics of notices
topics-explained = What should the bot write to you about? Choose topics.
topic-is-on = ✓ { $topic }: on
topic-is-off = { $topic }: off
topic-turn-on-button = Turn on: { $topic }
topic-turn-off-button = Turn off: { $topic }

## One topic, left under a notice

topic-off-title = The topic is off
topic-off = There will be no more notices on this topic.
topic-on-again-button = Turn on again
topic-on-title = The topic is on
topic-on = The bot will write to you on this topic again.
topic-off-button = Turn the topic off

## All of them, here or by the word “stop”

topics-leave-all-button = Turn all notices off
topics-left-title = Notices are off
topics-left-urgent = Urgent ones are off too: { $topics }.
topics-urgent-button = Keep the urgent ones
topics-come-back-button = Turn on again
topics-back-title = Notices are on
topics-back = The bot will write to you about what matters most again. You can change the topics.
topics-urgent-on = Urgent ones are on: { $topics }.
topics-left = Answers to your cases will come as before.

## What was told

latest-notices-button = Latest notices
latest-notices-title = Latest notices
latest-notices-need-community = Choose your community, and the bot will show its notices.
latest-notices-none = There are no notices here yet.
latest-notice = { $number }. { $topic } ({ $time })
latest-notice-button = { $number }. { $topic }
latest-notice-discreet = Police advice
