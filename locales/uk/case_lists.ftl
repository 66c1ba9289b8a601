# The lists of cases at a desk: their lines, what narrows them, and what comes first.

case-lists-pinned = 📌 { $case }
case-lists-neutral = — текст видно у зверненні
case-lists-days = { $count ->
    [one] { $count } день
    [few] { $count } дні
    [many] { $count } днів
   *[other] { $count } дня
}
case-lists-hours = { $count ->
    [one] { $count } година
    [few] { $count } години
    [many] { $count } годин
   *[other] { $count } години
}
case-lists-just-now = щойно
case-lists-changed = Список змінився. Відкрийте його ще раз.

## Filter

case-lists-filter-button = Фільтр
case-lists-unfilter-button = Прибрати фільтр
case-lists-filter-title = Фільтр
case-lists-filtered = Фільтр: { $by }
case-lists-not-filtered = Показано всі звернення. Що залишити у списку?
case-lists-by-subject-button = Тема
case-lists-by-settlement-button = Населений пункт
case-lists-by-area-button = Дільниця
case-lists-mine-button = Лише прийняті мною
case-lists-all-button = Також неприйняті
case-lists-mine = прийняті мною

## Pins

case-lists-pin-button = Закріпити
case-lists-unpin-button = Відкріпити
case-lists-is-pinned = Закріплено.
case-lists-is-unpinned = Відкріплено.
case-lists-too-many-pins = Закріплено найбільше можливих звернень: { $limit }. Відкріпіть котресь.

## Search

case-lists-search-button = Пошук
case-lists-search-title = Пошук звернень
case-lists-search-how =
    Напишіть слова, номер, населений пункт, тему, стан, ім’я або дату. Порядок не важливий.
    Наприклад: «шум квітень Зоряне».
case-lists-found-title = Знайдено
case-lists-search-none = Нічого не знайдено. Спробуйте менше слів.
case-lists-search-none-yet = Серед новіших звернень не знайдено. Можна шукати далі, серед давніших.
case-lists-search-over = Пошук завершено. Почніть новий.
case-lists-search-on-button = Шукати далі
case-lists-search-first-button = « На початок
case-lists-search-again-button = Новий пошук
case-lists-nothing-to-search = Тут немає що шукати. Напишіть від одного до восьми слів.

## By what words a search finds cases of a topic and a state, besides their names

case-search-domestic = сімейна сварка, побиття, чоловік
case-search-theft = крадіжка, вкрали, украли, злодій, зникло
case-search-fraud = шахраї, обман, гроші, картка
case-search-suspicious = підозріле, незнайомці, чужі
case-search-order = галас, музика, сварка, бійка, пияцтво, алкоголь, порядок
case-search-road = дтп, аварія, водій, паркування, світлофор, яма
case-search-children = дитина, підлітки, школа
case-search-drugs = наркотик, закладки, наркомани
case-search-environment = ліс, вирубка, звалище, вогонь, пожежа, річка, тварини
case-search-care = самотні, літні, допомога, хворі
case-search-info = довідки, документи, паспорт
case-search-thanks = вдячність, дякую
case-search-complaint = скарги, офіцер
case-search-other = різне
case-search-status-new = нове, неприйняте, відкрите
case-search-status-in_work = у роботі, прийняте, відкрите
case-search-status-waiting = чекаємо, очікує, відкрите
case-search-status-answered = відповідь, відповіли, відкрите
case-search-status-closed = закрите, закрито, завершене
case-search-status-declined = відхилене, відхилено, відмова
