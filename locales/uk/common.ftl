# What all parts of the bot share. Plain text, no markup. «Ви» with a capital letter.

## The main menu: at most six buttons. The text of each is also understood when it is typed.

menu-report-button = Повідомити
menu-question-button = Запитати
menu-cases-button = Мої звернення
menu-officer-button = Мій офіцер
menu-help-button = Допомога
menu-settings-button = Налаштування

menu = Оберіть, що потрібно. Або просто напишіть.

## Single words that are understood without a button, parted by commas.

words-officer = офіцер, дільничний, поліцейський
words-hours = графік, прийом, години
words-help = допомога, довідка, контакти, телефони
words-stop = стоп, відписатися, припинити

## Buttons and short answers that are the same everywhere.

back-button = ‹ Назад
cancel-button = Скасувати
skip-button = Пропустити
no-button = Ні
next-button = Далі ›
previous-page-button = ‹ Раніше
words-expected = Тут потрібен текст: напишіть його. Або напишіть «Скасувати».
old-button = Ця кнопка вже не діє. Напишіть «меню».
cancelled = Скасовано.
not-found = Тут нічого не знайдено.
apology =
    Сталася помилка. Ваше повідомлення збережено.
    Спробуйте ще раз за кілька хвилин. Якщо терміново, зателефонуйте 102.
apology-press = Не вийшло. Спробуйте ще раз за хвилину.
not-a-service-102 = Це не служба 102. Бот не викликає поліцію.

## Languages, each in its own words.

language-button = { $language ->
    [en] English
   *[uk] Українська
}
choose-language = Якою мовою з Вами говорити?
language-chosen = Мова: українська.

## Numbers to call.

hotlines-title = Куди телефонувати
hotline = { $number } — { $title }
hotline-police = поліція, цілодобово
hotline-rescue = пожежники й рятувальники, вибухівка
hotline-ambulance = швидка допомога
hotline-gas = аварійна служба газу
hotline-single = єдиний номер допомоги
hotline-duty = чергова частина поліції
hotline-violence = домашнє насильство, цілодобово
hotline-la_strada = насильство, торгівля людьми (з мобільного)
hotline-children = дитяча лінія довіри
hotline-lifeline = підтримка, коли не хочеться жити
hotline-cyberpolice = кіберполіція
hotline-missing = розшук зниклих безвісти
hotline-legal_aid = безоплатна правнича допомога
hotline-government = урядова гаряча лінія

## Days and amounts.

today = сьогодні
tomorrow = завтра
yesterday = вчора
on-weekday-0 = у понеділок, { $date }
on-weekday-1 = у вівторок, { $date }
on-weekday-2 = у середу, { $date }
on-weekday-3 = у четвер, { $date }
on-weekday-4 = у п’ятницю, { $date }
on-weekday-5 = у суботу, { $date }
on-weekday-6 = у неділю, { $date }
time-not-understood = Не зрозуміло, коли. Напишіть, наприклад: завтра о 9:00 чи 25.11 о 18:30.
time-without-hour = О котрій годині? Напишіть день і час, наприклад: завтра о 9:00.
time-passed = Цей час уже минув: { $time }.
days = { $count ->
    [one] { $count } день
    [few] { $count } дні
    [many] { $count } днів
   *[other] { $count } дня
}
minutes = { $count ->
    [one] { $count } хвилина
    [few] { $count } хвилини
    [many] { $count } хвилин
   *[other] { $count } хвилини
}
hours = { $count ->
    [one] { $count } година
    [few] { $count } години
    [many] { $count } годин
   *[other] { $count } години
}
