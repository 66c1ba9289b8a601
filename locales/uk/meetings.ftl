# Meetings: what who organises one reads, and the councils that are invited.

meetings-button = Заходи
meetings-title = Заходи
meetings-explained = Ваші заходи для рад громад: семінари, тренінги, звіти.
meetings-none = Заходів ще немає.
meetings-council-none = Вас ще нікуди не запрошували.
meeting-kind-seminar = Семінар
meeting-kind-training = Тренінг
meeting-kind-report = Звіт офіцера
meeting-kind-watch = Сусідська варта
meeting-label = { $name } · { $time }
meeting-cancelled-label = × { $name } · { $time }
meeting-draft-label = Чернетка: { $name }
meeting-not-now = Зараз так зробити не можна. Відкрийте захід ще раз.
meeting-unfinished = Ще рано: потрібні час, який не минув, місце, текст і хоча б одна громада.
meeting-wrong-words = Потрібні слова. Щонайбільше знаків: { $limit }.

## Setting one

meeting-new-button = Новий захід
meeting-new-title = Новий захід
meeting-which-kind = Що це буде?
meeting-ask-time = Коли? Напишіть день і час, наприклад: 15 грудня о 10:00.
meeting-ask-place = Де? Напишіть адресу одним рядком. Або надішліть точку: скріпка, далі «Геопозиція».
meeting-ask-words = Напишіть, про що захід і що взяти із собою. Це прочитають ради громад.
meeting-ask-results = Напишіть, що вирішили. Це прочитають усі запрошені.
meeting-write-time-button = Час
meeting-write-place-button = Місце
meeting-write-words-button = Текст
meeting-write-results-button = Що вирішили
meeting-audience-button = Кого запросити
meeting-audience-title = Кого запросити?
meeting-audience-explained = Лист отримає кожен, хто представляє громаду.
meeting-council = { $chosen ->
    [True] ✓ { $name }
   *[other] · { $name }
}
meeting-all-button = Усі громади
meeting-none-button = Жодної
meeting-audience-done-button = Готово
meeting-draft-unfinished = Це чернетка. Допишіть те, чого немає.
meeting-draft-ready = Це чернетка. Так її побачать запрошені.
meeting-announce-button = Оголосити
meeting-forget-button = Видалити чернетку
meeting-is-announced = Оголошено.

## What it is

meeting-when = Коли: { $time }
meeting-where = Де: { $place }
meeting-where-on-map = Де: точка на мапі
meeting-is-cancelled = Захід скасовано.
meeting-results-title = Що вирішили
meeting-invited = Запрошено громад: { $count }
meeting-map-button = На мапі
meeting-calendar-button = Додати до календаря
meeting-calendar-coming = Файл зараз надійде.
meeting-calendar-here = Відкрийте файл, щоб додати захід до календаря.
meeting-calendar-failed = Не вдалося надіслати файл. Спробуйте ще раз.

## Who comes

meeting-answers-button = Хто прийде
meeting-answers-title = Хто прийде
meeting-nobody-invited = Нікого не запрошено.
meeting-count-yes = Прийдуть: { $count }
meeting-count-perhaps = Можливо: { $count }
meeting-count-no = Не прийдуть: { $count }
meeting-count-none = Без відповіді: { $count }
meeting-answer-line =
    { $community }
    { $post } · { $name }: { $reply }
meeting-replied-yes = прийде
meeting-replied-perhaps = можливо
meeting-replied-no = не прийде
meeting-replied-nothing = без відповіді

## Cancelling

meeting-cancel-button = Скасувати захід
meeting-cancel-title = Скасувати захід?
meeting-cancel-means = Усі запрошені про це дізнаються. Повернути захід не можна.
meeting-cancel-yes-button = Так, скасувати

## What those who are invited read

meeting-news-announced = Вас запрошено.
meeting-news-changed = Захід змінено. Ось як тепер.
meeting-news-cancelled = На жаль, заходу не буде.
meeting-news-soon = Нагадуємо про захід.
meeting-news-results = Захід відбувся.
meeting-reply-yes-button = Прийду
meeting-reply-perhaps-button = Можливо
meeting-reply-no-button = Не прийду
meeting-reply-noted = Записано.
meeting-you-yes = Ваша відповідь: прийду
meeting-you-perhaps = Ваша відповідь: можливо
meeting-you-no = Ваша відповідь: не прийду
