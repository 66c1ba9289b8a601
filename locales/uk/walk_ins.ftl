# A call or a visit that an officer writes down.

walk-in-button = Записати дзвінок або прихід
walk-in-title = Записати дзвінок або прихід
walk-in-explained = Людина не в боті? Запишіть її слова. Це буде звернення, як і всі інші.
walk-in-phone-button = Дзвінок
walk-in-visit-button = Особистий прихід
walk-in-phone-title = Дзвінок
walk-in-visit-title = Особистий прихід
walk-in-words = Напишіть, що сказала людина. Можна голосом, можна додати фото.
walk-in-words-so-far = Записано повідомлень: { $count }.
walk-in-words-more = Допишіть ще або натисніть «Далі».
walk-in-next-button = Далі
walk-in-subject-title = Про що звернення?
walk-in-place-title = Де це сталося?
walk-in-place = Оберіть населений пункт або напишіть його назву.
walk-in-place-none = Такого населеного пункту в громаді немає. Напишіть назву інакше.
walk-in-no-place-button = Місце не назвали
walk-in-consent-title = Прочитайте людині вголос
walk-in-called = Ім’я: { $name }
walk-in-ask-name = Якщо людина назвалася, напишіть ім’я і телефон одним повідомленням.
walk-in-read-out = Ім’я і телефон зберігаються лише за згодою людини.
spoken-consent-1 = Ваші слова запише поліцейський офіцер громади, їх бачитиме він і координатори поліції. Ім’я і телефон, якщо Ви їх назвете, потрібні для відповіді. Дані зберігає: { $controller }. Ви можете будь-коли попросити їх видалити. Це не заява про злочин. Ви згодні?
spoken-consent = прочитано вголос, людина погодилася (текст { $version })
walk-in-agreed-button = Людина погодилася
walk-in-refused-button = Не погодилася: без імені
walk-in-saved = Записано: { $number }
walk-in-saved-elsewhere = Це звернення тепер у тих, хто зараз обслуговує вказане місце.
walk-in-unfinished = Спершу завершіть запис дзвінка або приходу чи скасуйте його: «Мій кабінет».
walk-in-nothing-written = Ще нічого не записано.
walk-in-waits = Запис дзвінка або приходу не завершено.
walk-in-go-on-button = Продовжити
walk-in-erased = Незавершений запис дзвінка або приходу видалено.
walk-in-dropped = Запис дзвінка або приходу не збережено.

## What its person is told

walk-in-answer-button = Записати відповідь
walk-in-hand-button = Передати відповідь
walk-in-answer-stored = { $number }: відповідь збережено. Її ще треба сказати людині.
walk-in-declined = { $number }: звернення відхилено. Скажіть людині причину.
walk-in-how = Відповідь збережено. Як людина її отримала?
walk-in-how-ended = Звернення завершено. Як людина про це дізналася?
walk-in-end-untold = Людина ще не знає, чим усе закінчилося. Скажіть їй або надрукуйте.
walk-in-read-button = Сказано
walk-in-given-button = Віддано на папері
walk-in-print-button = Надрукувати (PDF)
walk-in-all-told = Усе, що Ви відповіли, людина вже отримала.
walk-in-noted = Позначено.
walk-in-nothing-to-tell = Немає відповіді, яку треба передати.
walk-in-printed = { $number }: відповідь для друку. Віддайте її і позначте «Віддано на папері».

## The page

answer-page-title = Відповідь на звернення { $number }
answer-page-warning = Номер внутрішній: його дав бот. Це не відповідь на заяву про кримінальне правопорушення.
