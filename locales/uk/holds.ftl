# A case whose text a coordinator keeps past its term, and until when texts are kept.

## At the desk

hold-button = Зберегти довше
hold-page-button = Зберігання
hold-choose-term = На який час зберегти текст і файли цього звернення? Строк іде від сьогодні.
hold-link-goes = Ім’я мешканця і шлях до нього видаляються у звичайний строк. Мешканець дізнається про це рішення.
hold-term-3 = 3 місяці
hold-term-12 = 1 рік
hold-term-36 = 3 роки
hold-ask-reason = Строк: { $term }. Напишіть причину. Її прочитають мешканець і координатори. Не переказуйте, що в зверненні.
hold-until = Текст зберігається довше, до: { $date }
hold-until-open = Текст зберігається довше, щонайменше до: { $date }
hold-over = Зберігання понад строк завершено.
hold-reason = Причина:
hold-prolong-button = Ще { $term }
hold-prolonged = Продовжено.
hold-end-button = Завершити зберігання
hold-ask-end = Завершити зберігання зараз? Мешканець і координатори дізнаються.
hold-end-yes-button = Так, завершити
hold-ended = Зберігання завершено.
hold-holds-already = Це звернення вже зберігається довше.
hold-kept-anyway = Скарги й ознаки злочину зберігаються довше і без цього.
hold-is-over = Зберігання вже завершено.

## For the resident

hold-own = Координатор поліції зберігає текст цього звернення довше.
hold-own-over = Текст цього звернення більше не зберігається довше звичайного строку.
kept-until = Текст зберігається до: { $date }
kept-until-night = Строк минув. Найближчої ночі текст буде видалено.
kept-after-closing = Після закриття бот зберігає текст іще: { $days }
kept-for-investigation = Текст зберігається довше: він може знадобитися слідству.
kept-as-letters = Текст зберігається довше: це листування з радою громади.
kept-link-until = Номер Вашого чату й ім’я у зверненні буде видалено: { $date }
kept-link-after-closing = Номер Вашого чату й ім’я після закриття зберігаються ще: { $days }

## Lists

hold-list-title = Збережені довше
hold-list-explained = Текст цих звернень не видаляється, доки триває строк. Що в них, тут не видно.
hold-list-empty = Таких звернень немає.
