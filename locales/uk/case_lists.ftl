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
