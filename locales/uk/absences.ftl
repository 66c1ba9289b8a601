# Absences: an officer is away for some days, and another stands in.

## The officer and their coordinator

absence-button = Відсутність
absence-title = Відсутність
absence-none = Доки офіцера немає, його звернення отримує той, хто заміщує. Потім вони повертаються.
absence-set-button = Вказати дні відсутності
absence-first-title = Перший день відсутності
absence-first = Оберіть день або напишіть дні, наприклад: з 1 до 14 травня.
absence-today-button = Сьогодні
absence-tomorrow-button = Завтра
absence-last-title = Останній день відсутності
absence-from = Перший день: { $day }
absence-last = Скільки днів? Або напишіть останній день, наприклад: 14 травня.
absence-stand-in-title = Хто заміщує?
absence-stand-in = Оберіть офіцера, який у ці дні на службі.
absence-no-candidates = У ці дні заміщувати нікому.
absence-nobody-button = Без заміщення
absence-check-title = Перевірте
absence-day = Відсутність: { $day }
absence-days = Відсутність: { $first } – { $last } включно
absence-stands-in = Заміщує: { $name }
absence-without-stand-in = Звернення отримають колеги на дільниці, а якщо їх немає, координатор.
absence-will-move = { $count ->
    [0] Прийнятих звернень немає.
    [one] Перейде { $count } прийняте звернення.
    [few] Перейдуть { $count } прийняті звернення.
    [many] Перейде { $count } прийнятих звернень.
   *[other] Перейде { $count } прийнятого звернення.
}
absence-lent = { $count ->
    [one] Передано { $count } звернення: { $name }
    [few] Передано { $count } звернення: { $name }
    [many] Передано { $count } звернень: { $name }
   *[other] Передано { $count } звернення: { $name }
}
absence-coordinators = координатори
absence-means = Відкриті звернення перейдуть туди на весь цей час. Потім вони повернуться, крім закритих.
absence-stands-in-too = Увага: у ці дні офіцер сам когось заміщує. Ті звернення перейдуть далі.
absence-save-button = Усе правильно, зберегти
absence-saved = Збережено.
absence-runs = Триває зараз.
absence-end-own-button = Повернутися на службу зараз
absence-end-button = Завершити зараз
absence-call-off-button = Скасувати відсутність
absence-move-button = Змінити останній день
absence-new-last-title = Новий останній день
absence-new-last = Оберіть, на скільки довше, або напишіть інший останній день, наприклад: 14 травня.
absence-longer-button = Ще { $days }
absence-ended = Відсутність завершено.
absence-called-off = Відсутність скасовано.

absence-not-days = Ці дні не підходять. Вкажіть дні від сьогодні, не довше року, перший раніше за останній.
absence-set-already = Відсутність уже вказано. Її можна змінити або скасувати.
absence-is-over = Цю відсутність уже завершено.
absence-cannot-stand-in = Цей офіцер не може заміщувати в ці дні. Оберіть іншого.
absence-you-are-away = У Вас триває відсутність, звернення у того, хто заміщує. Щоб повернутися: «Мій кабінет», потім «Відсутність».
menu-away = У Вас відсутність, до { $date } включно. Звернення сюди не надходять. Повернутися: «Мій кабінет», «Відсутність».

## What all whom it concerns are told

absence-set-title = Відсутність офіцера
absence-moved-title = Відсутність офіцера: інші дні
absence-begun-title = Почалася відсутність
absence-ended-title = Офіцер знову на службі
absence-called-off-title = Відсутність офіцера скасовано
absence-tells-own = У ці дні звернення не надходитимуть у цей чат. Щоб повернутися раніше, натисніть кнопку.
absence-tells-stand-in = У ці дні заміщуєте Ви. Відкриті і нові звернення прийдуть сюди в перший день, а в кінці повернуться.
absence-tells-other = Потім звернення повернуться.
absence-ended-own = Ваші відкриті звернення знову у Вас.
absence-ended-stand-in = Заміщення завершено. Відкриті звернення повернулися. Дякуємо!
absence-ended-other = Відкриті звернення повернулися.
absence-called-off-own = Звернення, як і раніше, надходять Вам.
absence-called-off-stand-in = Заміщувати не потрібно.
absence-called-off-other = Звернення, як і раніше, отримує сам офіцер.
absence-hours-title = Години прийому на час заміщення
absence-hours-ask = Прийом у ці дні скасовано. Проведете його Ви?
absence-hours-held = Прийом у ці дні проводите Ви.
absence-hours-cancelled = Прийом у ці дні скасовано.
absence-hold-button = Так, проведу прийом
absence-hold-not-button = Ні, скасувати прийом

## For residents

officer-away = Зараз відсутність, до { $date } включно.
officer-stands-in = Заміщує до { $date } включно.
case-officer-away = Ваш офіцер відсутній до { $date } включно.
hours-stand-in = Приймає офіцер, який заміщує.
