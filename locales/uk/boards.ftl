# The station’s group as a board: which cases there are, and never what they say.

## In private

boards-button = Дошка відділення
boards-of-button = Дошка: { $community }
boards-title = Дошка відділення
boards-explained = Група поліцейських, де видно номер і місце нового звернення. Тексту там немає.
boards-none = Дошки ще немає. Під’єднати її може офіцер, який тут служить.
board-areas = Дільниці: { $areas }
board-cannot-write = Бот зараз не може писати туди: бракує прав.
board-code-button = Під’єднати групу
board-unbind-button = Від’єднати: { $title }
board-code-title = Під’єднати групу
board-code-how = Додайте бота до групи й напишіть у ній від свого імені:
board-code-type = /board { $code }
board-code-lasts = Код діє 15 хвилин, один раз і лише для Вас.
board-add-button = Додати бота до групи
board-unbind-title = Від’єднати групу?
board-unbind-means = Бот вийде з групи. Звернення залишаться в офіцерів.
board-unbind-yes-button = Так, від’єднати
board-unbound = Від’єднано. Бот виходить із групи.

board-bound = Групу під’єднано: нові звернення видно на дошці відділення.
board-not-bound-wrong-code = Код для дошки не підходить або вже не діє. Новий код: «Мій кабінет» → «Ще» → «Дошка відділення».
board-not-bound-not-in-person = Ваш код для дошки ввели з іншого акаунта або анонімно. Напишіть його в групі від свого імені.
board-not-bound-of-community = Це чат громади, тому дошкою він не буде. Потрібна окрема група поліцейських.
board-not-bound-unknown = Бот не знає цієї групи. Видаліть його з неї, додайте знову й напишіть код ще раз.
board-not-bound-all-taken = Усі Ваші дільниці вже мають дошку. Щоб змінити групу, спершу від’єднайте її.
board-unbound-by-another = Групу від’єднано: дошки відділення більше немає. Звернення надходять Вам, як завжди.
board-lost-removed =
    Дошки відділення більше немає: бота видалено з групи.
    Звернення надходять Вам, як завжди.
    Під’єднати знову: «Мій кабінет» → «Ще» → «Дошка відділення».
board-lost-rights =
    Бот не може писати на дошку відділення: бракує прав у групі.
    Звернення надходять Вам, як завжди.
board-regained = Бот знову пише на дошку відділення.

## In the group

board-here = Тут з’являтимуться номери нових звернень. Відкриває їх лише той, хто має право. Розмов бот не читає.
board-unbound-here = Групу від’єднано, тому бот виходить.
board-urgent = Терміново
board-waiting = чекає
board-led = веде: { $officer }
board-led-by-coordinator = веде координатор
board-moved = передано з дільниці
board-ended = завершено
board-open-button = Відкрити
board-open-one-button = Відкрити { $number }
board-morning-title = Звернення на ранок
board-open = Відкриті
board-of-none = Ще без офіцера
board-load = { $whose }: { $number }
board-load-overdue = { $whose }: { $number } · прострочені: { $overdue }
