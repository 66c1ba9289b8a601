# Office hours: what residents see, how an officer sets them, reminders.

## What all of it shares

hours-title = Години прийому
hours-button = Години прийому
hours-span = { $starts }–{ $ends }
hours-when = { $day }, { $time }
hours-rule = { $days } { $span }
hours-rule-monthly = { $days } ({ $which }) { $span }
hours-rule-since = { $rule }, з дня: { $date }
hours-rule-until = { $rule }, останній день: { $date }
hours-line = { $hours }: { $place }
hours-at = Де: { $place }
hours-reason = Причина: { $reason }
hours-repeat-every = Щотижня
hours-repeat-first = { $day ->
    [f] перша в місяці
    [m] перший в місяці
   *[several] перші в місяці
}
hours-repeat-second = { $day ->
    [f] друга в місяці
    [m] другий в місяці
   *[several] другі в місяці
}
hours-repeat-third = { $day ->
    [f] третя в місяці
    [m] третій в місяці
   *[several] треті в місяці
}
hours-repeat-fourth = { $day ->
    [f] четверта в місяці
    [m] четвертий в місяці
   *[several] четверті в місяці
}
hours-repeat-last = { $day ->
    [f] остання в місяці
    [m] останній у місяці
   *[several] останні в місяці
}

## A resident looks

hours-until = Приймає сьогодні до { $time }
hours-later = Приймає сьогодні: { $starts }–{ $ends }
hours-next = Наступний прийом: { $when }
hours-by-arrangement = Прийом за домовленістю. Напишіть офіцеру.
hours-nobody = Офіцера тут зараз немає.
hours-none = Години прийому ще не вказано. Запитайте офіцера.
hours-ask-button = Запитати офіцера
hours-none-ahead = Найближчим часом прийому немає.
hours-place-button = На мапі: { $place }
hours-map-button = Показати на мапі
hours-other-days-button = Інші дні й місця
hours-other-days-title = Інші дні й місця
hours-venue = Прийом громадян
hours-remind-button = Нагадати про прийом { $day }
hours-remind-at-button = Нагадати про прийом { $day }, { $time }
hours-forget-button = Не нагадувати про прийом { $day }
hours-forget-at-button = Не нагадувати про прийом { $day }, { $time }
hours-remind-on = Нагадаємо: { $when }.
hours-remind-off = Не нагадуватимемо.

## Reminders

hours-near = { $word }, { $when }
hours-told-usual = { $when }: як завжди
hours-when-there = { $when }, { $place }
hours-was = Було: { $hours }
hours-instead = Натомість: { $hours }
hours-told-moved = { $when } (змінено)
hours-told-extra = { $when } (додатково)
hours-told-closed = { $when }: прийому не буде
hours-rule-added = Нові години: { $hours }
hours-rule-removed = Більше немає: { $hours }
hours-reminder-title = Нагадуємо про прийом
hours-asked-title = Ви просили нагадати
hours-changed-title = Зміна прийому
hours-week-title = Прийом цього тижня
hours-soon-title = Скоро Ваш прийом
hours-own-button = Мої години прийому

## An officer sets them

hours-empty = Годин ще немає. Додайте перші.
hours-hidden = Громада біля фронту або під окупацією: мешканці бачать лише «за домовленістю».
hours-add-button = Додати години
hours-change-button = Змінити один день
hours-remove-button = Прибрати ці години
hours-take-back-button = Прибрати цю зміну
hours-exception-moved = Змінено: { $when }
hours-extra-button = Додати прийом
hours-exception-extra = Додатково: { $when }
hours-exception-closed = Закрито: { $when }
hours-removed = Прибрано.
hours-saved = Збережено.
hours-choose-day-title = Який день змінити?
hours-choose-day = • означає: цього дня є прийом.
hours-day-button = { $name } { $date }
hours-held-day-button = • { $name } { $date }
hours-day-empty = Цього дня прийому немає.
hours-close-button = Закрити { $span }
hours-move-button = Перенести { $span }

hours-ask-place-title = Де прийом?
hours-ask-place = Оберіть місце або додайте нове.
hours-station-button = Станція: { $station }
hours-new-place-button = Нове місце
hours-new-place-in-button = Нове місце: { $name }
hours-ask-address-title = Нове місце
hours-ask-address = Напишіть адресу, наприклад: с. Зоряне, вул. Миру, 1, сільрада.
hours-ask-point-title = Місце на мапі
hours-ask-point = Надішліть точку: скріпка, далі «Геопозиція».
hours-no-point-button = Без точки на мапі
hours-ask-days-title = Які дні?
hours-ask-days = Позначте дні прийому і натисніть «Далі ›».
hours-ask-starts-title = З котрої години?
hours-ask-starts = Оберіть, або напишіть обидві години: 9:00-12:30
hours-ask-ends-title = До котрої години?
hours-ask-ends = Початок: { $starts }. Оберіть кінець.
hours-ask-repeat-title = Як часто?
hours-ask-repeat = Щотижня або раз на місяць.
hours-repeat-button = { $days }: { $which }
hours-ask-dates-title = Коли діють?
hours-ask-dates = Напишіть перший і останній день: з 1 грудня до 28 лютого. Або лише перший.
hours-no-dates-button = Відсьогодні, без строку
hours-ask-reason-title = Причина
hours-ask-reason = Напишіть коротко, мешканці її побачать. Або пропустіть.
hours-ask-check-title = Перевірте
hours-ask-check = Мешканці бачитимуть саме це.
hours-check-closed = { $day }: прийому не буде
hours-save-button = Зберегти
hours-repeat-change-button = Раз на місяць…
hours-dates-change-button = Строк дії…

## What cannot be

hours-not-hours = Не розумію годин. Напишіть так: 9:00-12:30
hours-not-dates = Не розумію дат. Напишіть так: з 1 грудня до 28 лютого
hours-no-days = Позначте хоча б один день.
hours-never-held = Цих днів немає у вказаному строку. Змініть дні або строк.
hours-too-long = Напишіть одним рядком, щонайбільше знаків: { $limit }.
hours-point-expected = Тут потрібна точка на мапі. Або натисніть «Без точки на мапі».
hours-too-many = Забагато годин, щонайбільше: { $limit }. Приберіть зайві.
hours-passed = Цей прийом уже минув, або день задалеко.
hours-during-curfew = У цей час комендантська година: { $begins }–{ $ends }. Оберіть інший час.
hours-overlap = У цей час уже є прийом: { $day }, { $starts }–{ $ends }. Оберіть інший час.
