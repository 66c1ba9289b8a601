# What a resident hears of, and what was told where he or she lives. Topics' names stand in notices.ftl.

topics-button = Теми сповіщень
topics-title = Теми сповіщень
topics-explained = Про що Вам писати? Оберіть теми.
topic-is-on = ✓ { $topic }: увімкнено
topic-is-off = { $topic }: вимкнено
topic-turn-on-button = Увімкнути: { $topic }
topic-turn-off-button = Вимкнути: { $topic }

## One topic, left under a notice

topic-off-title = Тему вимкнено
topic-off = Сповіщень на цю тему більше не буде.
topic-on-again-button = Увімкнути знову
topic-on-title = Тему увімкнено
topic-on = Бот знову писатиме Вам на цю тему.
topic-off-button = Вимкнути тему

## All of them, here or by the word «стоп»

topics-leave-all-button = Вимкнути всі сповіщення
topics-left-title = Сповіщення вимкнено
topics-left-urgent = Термінові теж вимкнено: { $topics }.
topics-urgent-button = Залишити термінові
topics-come-back-button = Увімкнути знову
topics-back-title = Сповіщення увімкнено
topics-back = Бот знову писатиме Вам про найважливіше. Теми можна змінити.
topics-urgent-on = Увімкнено термінові: { $topics }.
topics-left = Відповіді на Ваші звернення приходитимуть, як і раніше.

## What was told

latest-notices-button = Останні сповіщення
latest-notices-title = Останні сповіщення
latest-notices-need-community = Вкажіть громаду, і бот покаже її сповіщення.
latest-notices-none = Тут поки немає сповіщень.
latest-notice = { $number }. { $topic } ({ $time })
latest-notice-button = { $number }. { $topic }
latest-notice-discreet = Порада поліції
