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
spoken-consent-2 = Ваші слова запише поліцейський офіцер громади, їх бачитимуть офіцери громади й координатори поліції. Група поліцейських бачить номер звернення і населений пункт. Ім’я і телефон, якщо Ви їх назвете, потрібні для відповіді. Дані зберігає: { $controller }. Ви можете будь-коли попросити їх видалити. Це не заява про злочин. Ви згодні?
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

walk-in-add-button = Дописати за людину
walk-in-add-more-button = Дописати ще
walk-in-words-added = { $number }: слова людини дописано.
walk-in-answer-button = Записати відповідь
walk-in-hand-button = Передати відповідь
walk-in-answer-stored = { $number }: відповідь збережено. Її ще треба сказати людині.
walk-in-declined = { $number }: звернення відхилено. Скажіть людині причину.
walk-in-how = Відповідь збережено. Як людина її отримала?
walk-in-how-declined = Звернення відхилено. Як людина дізналася причину?
walk-in-how-forwarded = Звернення передано за належністю. Як людина про це дізналася?
walk-in-read-button = Сказано
walk-in-given-button = Віддано на папері
walk-in-print-button = Надрукувати (PDF)
walk-in-all-told = Усе, що Ви відповіли, людина вже отримала.
walk-in-noted = Позначено.
walk-in-nothing-to-tell = Немає відповіді, яку треба передати.
walk-in-printed = { $number }: відповідь для друку. Віддайте її і позначте «Віддано на папері».
walk-in-claimed = Людина відкрила звернення в боті. Відповіді приходять їй у чат.
walk-in-emergency = Увага: слова про небезпеку. Нагадайте людині про номер 102.

## Instead of what the resident reads in the bot

walk-in-desk-expects-answer = { $number }: напишіть відповідь. Її треба буде сказати людині.
walk-in-desk-expects-decline = { $number }: напишіть причину відмови. Її треба буде сказати людині.
walk-in-desk-expects-follow_up = { $number }: напишіть, що ще сказала людина. Можна голосом або фото.
walk-in-ready-preview-answer = Людини немає в боті. Це треба буде сказати їй:
walk-in-ready-preview-reason = Звернення буде відхилено. Причину треба буде сказати людині:
walk-in-ready-send-answer-button = Зберегти
walk-in-ready-send-reason-button = Відхилити
walk-in-ready-change-answer = Скопіюйте текст, змініть і надішліть сюди. Ваше наступне повідомлення буде відповіддю, яку треба сказати людині.
walk-in-ready-change-reason = Скопіюйте текст, змініть і надішліть сюди. Ваше наступне повідомлення буде причиною відмови.
walk-in-forward-whom = Кому передати за належністю? Звернення в боті на цьому завершиться. Скажіть людині, кому його передано.
walk-in-forward-ask-name = Напишіть, кому передати: повну назву органу. Її треба буде сказати людині.
walk-in-forward-ask = Це треба буде сказати людині. Передати?
walk-in-transfer-whom = Кому передати? Колега отримає все, що було написано. Людині бот про це не повідомить.
walk-in-recall-ask = Відкликати Вашу останню відповідь ({ $time })? Людині її ще не передано. У зверненні вона лишиться з позначкою.
walk-in-recall-done = Відповідь відкликано.
walk-in-hold-link-goes = Ім’я і телефон людини видаляються у звичайний строк. Людини немає в боті, він їй про це не повідомить.
walk-in-hold-ask-reason = Строк: { $term }. Напишіть причину. Її прочитають координатори, а людина, лише якщо відкриє звернення в боті. Не переказуйте, що в зверненні.
walk-in-hold-ask-end = Завершити зберігання зараз? Координатори дізнаються.

## Correcting it

walk-in-correct-button = Виправити дані
walk-in-correct = Що виправити?
walk-in-correct-person-button = Ім’я і телефон
walk-in-correct-place-button = Населений пункт
walk-in-forget-person-button = Прибрати ім’я і телефон
walk-in-correct-person = Напишіть ім’я, телефон або обидва. Чого не напишете, те лишиться.
walk-in-no-name-or-phone = Не схоже на ім’я чи телефон. Напишіть лише їх.

## The page

answer-page-title = Відповідь на звернення { $number }
answer-page-warning = Номер внутрішній: його дав бот. Це не відповідь на заяву про кримінальне правопорушення.
