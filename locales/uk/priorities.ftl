# The officer's plan for a half-year: written by the officer, read by the council, shown to residents.

priority-half-year = { $half ->
    [first] I півріччя { $year }
   *[other] II півріччя { $year }
}
priority-line = • { $problem } ({ $state })
priority-state-draft = чернетка
priority-state-asked = читає рада
priority-state-agreed = рада погодила
priority-state-current = у роботі
priority-state-done = зроблено
priority-shown-problem = Проблема: { $text }
priority-shown-aim = Мета: { $text }
priority-shown-actions = Що робимо: { $text }
priority-shown-partners = Разом із: { $text }
priority-shown-result = Результат: { $text }
priority-done-problem = Ви сказали: { $text }
priority-done-result = Ми зробили: { $text }
priority-done-partners = Разом із: { $text }

## The officer

priorities-button = Пріоритети
priorities-of-button = Пріоритети: { $area }
priorities-title = Пріоритети дільниці
priorities-none = Пріоритетів ще немає. Оберіть від трьох до п’яти проблем на півріччя.
priority-new-button = Новий: { $half }
priority-title = Пріоритет
priority-unfinished = Чернетка. Допишіть усі частини.
priority-without-council = Чернетка. Представників ради в боті ще немає: можна оголосити без неї.
priority-waits-for-council = Рада громади читає. Якщо відповіді не буде, можна оголосити без неї: { $time }
priority-now-draft = Чернетка. Надішліть її раді громади на погодження.
priority-now-agreed = Рада громади погодила. Можна оголосити мешканцям.
priority-now-current = Мешканці бачать це на картці офіцера.
priority-now-done = Зроблено. Мешканці бачать результат.
priority-now-asked = Рада громади читає.
priority-remark = Зауваження ради: { $comment }
priority-ask-button = Надіслати раді громади
priority-set-button = Оголосити мешканцям
priority-finish-button = Оголосити результат
priority-withdraw-button = Вилучити пріоритет
priority-withdraw-title = Вилучити пріоритет?
priority-withdraw = Його більше ніхто не побачить. Надіслане сповіщення залишиться в чатах.
priority-part-problem = Проблема
priority-part-aim = Мета
priority-part-actions = Що робимо
priority-part-partners = З ким
priority-part-result = Результат
priority-public = Це прочитають усі. Не пишіть імен, адрес людей і подробиць звернень.
priority-ask-problem = Напишіть, що турбує мешканців. Наприклад: водії перевищують швидкість біля школи. Найбільше знаків: { $limit }
priority-ask-aim = Напишіть, чого хочете досягти. Наприклад: до червня жодної ДТП із дітьми. Найбільше знаків: { $limit }
priority-ask-actions = Напишіть, що зробите. Наприклад: патруль о 8-й і 13-й, два уроки в школі. Найбільше знаків: { $limit }
priority-ask-partners = Напишіть, хто допоможе. Наприклад: школа, селищна рада, дорожня служба. Найбільше знаків: { $limit }
priority-ask-result = Напишіть, що вдалося зробити. Мешканці отримають це, коли Ви оголосите результат. Найбільше знаків: { $limit }
priority-council-agreed = Рада громади погодила пріоритет
priority-council-remarked = Рада громади має зауваження
priority-result-asked = Півріччя минуло: напишіть результат
priority-open-button = Відкрити
priority-not-now = Зараз цього зробити не можна: хтось був швидший або ще не все написано.
priority-too-many = На півріччя можна мати не більше ніж { $limit }. Вилучіть один або оберіть інше півріччя.
priority-wrong-text = Напишіть це словами, не більше ніж { $limit } знаків.

## The council

priorities-council-button = Пріоритети офіцерів
priorities-none-yet = Офіцери ще не надсилали пріоритетів на погодження.
priority-council-asked = Офіцер просить Вас прочитати цей пріоритет.
priority-agree-button = Погоджено
priority-remark-button = Є зауваження
priority-ask-remark = Напишіть, що варто змінити. Це прочитають лише офіцери дільниці. Найбільше знаків: { $limit }
priority-remark-noted = Зауваження надіслано

## Residents

plans-button = Плани офіцера
plans-title = Плани офіцера
plans-none = Планів тут поки немає.
plan-title = План офіцера
priority-notice-current = План офіцера: { $half }
priority-notice-done = План офіцера виконано: { $half }
