# Cases: writing one, what becomes of it, the officer's desk.

## Categories

category-domestic = Насильство вдома
category-theft = Крадіжка
category-fraud = Шахрайство
category-suspicious = Підозрілі люди, авто
category-order = Сусіди, шум, п’яні
category-road = Дорога
category-children = Діти
category-drugs = Наркотики
category-environment = Ліс, сміття, підпали
category-care = Людині потрібна допомога
category-info = Довідка, документ
category-thanks = Подяка
category-complaint = Скарга на офіцера
category-other = Інше

## Writing

report-title = Про що хочете повідомити?
report-more-button = Ще теми
draft-write-title-report = Повідомлення офіцеру
draft-write-report =
    Напишіть, що сталося, де і коли.
    Можна надіслати фото, голосове повідомлення або місце.
draft-write-thanks = Напишіть, за що й кому дякуєте.
draft-write-info = Напишіть, яка довідка чи який документ Вам потрібні.
draft-write-title-question = Запитання офіцеру
draft-write-question = Напишіть запитання одним або кількома повідомленнями.
draft-title = Ще не надіслано
draft-unsent = { $more ->
    [0] Ще не надіслано: { $what }.
    [one] Ще не надіслано: { $what } і ще { $more } повідомлення.
    [few] Ще не надіслано: { $what } і ще { $more } повідомлення.
    [many] Ще не надіслано: { $what } і ще { $more } повідомлень.
   *[other] Ще не надіслано: { $what } і ще { $more } повідомлення.
}
draft-still-unsent = { $more ->
    [0] Ви ще не надіслали: { $what }.
    [one] Ви ще не надіслали: { $what } і ще { $more } повідомлення.
    [few] Ви ще не надіслали: { $what } і ще { $more } повідомлення.
    [many] Ви ще не надіслали: { $what } і ще { $more } повідомлень.
   *[other] Ви ще не надіслали: { $what } і ще { $more } повідомлення.
}
draft-kept = { $more ->
    [0] Чернетка збережена: { $what }.
    [one] Чернетка збережена: { $what } і ще { $more } повідомлення.
    [few] Чернетка збережена: { $what } і ще { $more } повідомлення.
    [many] Чернетка збережена: { $what } і ще { $more } повідомлень.
   *[other] Чернетка збережена: { $what } і ще { $more } повідомлення.
}
draft-kept-discreetly = Збережено, не надіслано.
draft-topic-button = Обрати тему
forwarded-mark = { $what } (переслане)
draft-words = «{ $words }»
draft-unsent-discreetly = Є ненадіслане.
draft-open-button = Відкрити
draft-other-button = Інша чернетка
draft-subject = Тема: { $subject }
draft-erased-at = Бот зберігає це до: { $time }.
draft-gone = Минув час, чернетку видалено. Напишіть ще раз.
draft-take-over-button = Додати це сюди
draft-add-more = Можна додати ще. Якщо надіслати без імені, ніхто не побачить Вашого імені, номера й акаунта.
draft-voice-is-known = Голос можна впізнати. Щоб лишитися без імені, напишіть словами.
draft-kept-back = { $count ->
    [one] { $count } вкладення може видати, хто його надіслав. Без імені його не буде.
    [few] { $count } вкладення можуть видати, хто їх надіслав. Без імені їх не буде.
    [many] { $count } вкладень можуть видати, хто їх надіслав. Без імені їх не буде.
   *[other] { $count } вкладення можуть видати, хто їх надіслав. Без імені їх не буде.
}
my-case-files-tell = Файли очистимо від імен, дат і координат. Якщо файл не можна очистити, офіцер отримає файл як є.
draft-files-cleaned = Файли очистимо: автора, дати й координат у них не буде.
draft-files-tell = З іменем офіцер отримає файл як є: з назвою. Файл може показувати, хто і де його зробив.
draft-ways-out = Надішліть як фото, напишіть словами або надішліть з іменем.
draft-ways-out-without-photo = Напишіть словами або надішліть з іменем.
draft-send-unnamed-button = Надіслати без імені
draft-send-unnamed-without-files-button = Без імені і без цих файлів
draft-send-named-button = Надіслати з іменем
draft-name-title = Як до Вас звертатися?
draft-ask-name = Напишіть ім’я і прізвище. Їх побачить тільки той, хто відповідає, і лише у цьому зверненні.
draft-not-a-name = Тут не видно жодної літери. Напишіть ім’я і прізвище літерами.
draft-needs-consent = Щоб офіцер отримав Ваше повідомлення, потрібна Ваша згода.
draft-consent-button = Прочитати і погодитися
draft-kept-for = Бот чекатиме: { $hours }.
draft-cancelled = Скасовано. Нічого не надіслано.

## Whose words are these?

to-whom-title = Кому це?
to-whom-choose = Оберіть звернення або поставте нове запитання.
to-whom-ended = Звернення { $number } вже закрито. Відкрити його повторно чи написати нове?
to-whom-forwarded = Звернення { $number } передано за належністю. Відкрити його повторно чи написати нове?
to-whom-new-case-button = Нове звернення
to-whom-new-question-button = Нове запитання
to-whom-given = Передано до звернення: { $number }

## After sending

case-sent = Надіслано: { $number }
case-number-is-internal = Це номер звернення в боті. Заявою про злочин воно не є.
case-what-next-officer = Далі офіцер прочитає і відповість у цьому чаті. Щоб додати щось, просто напишіть.
case-what-next-coordinator = Далі координатор поліції прочитає і відповість у цьому чаті. Щоб додати щось, просто напишіть.
case-what-next-thanks = Дякуємо! Офіцер прочитає Ваше повідомлення.
case-danger-now = Небезпека зараз? Телефонуйте 102, не чекайте відповіді в чаті.
case-usual-answer = Відповідь зазвичай приходить до { $date }.
case-resolution-promised = Вирішити звернення мають до { $date }.
case-not-delivered = { $number }: це повідомлення не вдалося передати. Спробуйте написати ще раз або зателефонуйте.
case-edit-not-shown = { $number }: зміненого тексту адресат поки не бачить. Побачить, щойно бот зможе його показати.
reason-not-delivered = { $number }: причину не вдалося передати мешканцю. Мешканець прочитає її у зверненні.
pause-appeal-unread = { $number }: координатора зараз не досягти. Зателефонуйте до поліції або напишіть пізніше.
complaint-ending-unread = { $number }: інший координатор, який мав би погодитися, не приймає повідомлень бота.
case-edited = (змінено)

file-goes-as-it-is = Цей файл не можна очистити, тому він передається як є. Він може показувати, хто і де його зробив.
file-not-passed = (файл не передано)
file-not-delivered = Не дійшло: { $what }.
file-unwanted = Адресат у Telegram не приймає голосових і відео в колі. Напишіть словами.
file-refused = Telegram цього не прийняв. Надішліть ще раз або напишіть словами.
file-fault-too_large = Файл не передано: він більший за 20 МБ.
file-fault-unavailable = Файл не передано: Telegram його не віддав.
file-fault-unknown = Файл не передано: такі файли не можна очистити від імен і координат.
file-fault-broken = Файл не передано: він пошкоджений.
file-fault-locked = Файл не передано: він захищений паролем.
file-fault-text-passed = Ваш текст передано.
file-instead-resident = Надішліть фото або PDF без пароля, чи покажіть файл на прийомі.
file-instead-desk = Надішліть фото або PDF без пароля, чи передайте файл на прийомі.

case-cannot-move = Це вже неможливо: стан звернення змінився.
case-has-ended = Це звернення завершено. Щоб дописати, відкрийте його повторно: «Мої звернення».
case-cannot-reopen = Минуло понад 14 днів. Напишіть нове звернення.
case-already-rated = Ви вже оцінили це звернення. Дякуємо.
case-nothing-to-send = Ще нема чого надсилати. Напишіть, що сталося.
case-needs-a-name = Контакти і файли, які не можна очистити, без імені не передаються: вони можуть видати, хто їх надіслав. Надішліть як фото, напишіть словами або надішліть нове звернення з іменем.
case-erased = Це звернення видалено: минув строк зберігання.
case-erased-asked = Це звернення видалено на прохання.
case-unlinked = Мешканець просив забути, чиє це звернення. Відповідь до нього не дійде.
case-link-kept = Забути, чиє звернення, можна лише тоді, коли воно без імені. Щоб видалити все: «Мої дані».
case-taken-by-another = Це звернення вже в роботі в іншого офіцера.
case-too-many-open = Відкритих звернень у Вас уже { $limit }. Чернетка збережена: закрийте те, що вже не потрібне, або допишіть до відкритого. Якщо є небезпека, телефонуйте 102.
case-too-many-today = Звернень за добу можна надіслати { $limit }. Чернетка збережена: надішліть її пізніше або допишіть до відкритого звернення. Якщо є небезпека, телефонуйте 102.
case-complaint-unread = Скаргу на офіцера тут поки нікому прочитати. Не пишіть її сюди: її прочитає офіцер. Зверніться до головного управління поліції Вашої області.
case-own-contact = Ваш контакт не передано: за ним можна знайти Ваш акаунт. Якщо хочете, щоб офіцер подзвонив, напишіть номер текстом.
case-cannot-pass-on = Такі повідомлення бот не передає. Напишіть словами, надішліть фото або голосове.

case-moved-accept = Звернення в роботі.
case-moved-hand = Вашим зверненням тепер опікується інший офіцер.
case-moved-transfer = { case-moved-hand }
case-moved-give_back = { case-moved-hand }
case-moved-turn = Ваше звернення отримав офіцер громади.
case-moved-share = Ваше звернення передано іншим офіцерам. Хто відповідатиме, повідомимо.
case-moved-to-coordinator = Ваше звернення передано координатору.
case-moved-relocate = Ваше звернення передано. Тепер на нього відповість поліція громади:
case-moved-return = Ваш офіцер знову на службі.
case-moved-close = Звернення закрито.
case-moved-decline = Звернення відхилено. Причина:
case-moved-forward = Ваше звернення передано за належністю.
case-rate = Оцініть, будь ласка, як Вам допомогли: від 1 до 5.
case-with-officer = Відповідає: { $rank } { $name }.
case-with-coordinator = Відповідає координатор поліції області.
case-reopen-button = Відкрити повторно

case-not-ready-to-send = Спершу погодьтеся з умовами й оберіть громаду. Ваше повідомлення збережено.
case-edit-too-late = Звернення вже завершено, тому зміну не передано.
case-place-not-followed = Місце передано один раз. Бот не стежить, куди Ви рухаєтеся.
case-comment-passed-on = Дякуємо! Ваше повідомлення передано.
case-answer-came = Є відповідь на Ваше звернення № { $number }.
case-answer-changed = Змінено відповідь на Ваше звернення № { $number }.
case-open-words-button = Показати
case-hide-words-button = Сховати
case-hide-words = Прочитали? Це й Ваші повідомлення можна прибрати з чату.
case-hidden = Прибрано.
case-hiding = Прибираємо з чату і Ваші повідомлення. Усе збережено: «Мої звернення».
case-hide-yourself = Минуло дві доби, тому файл звідси може прибрати тільки Ви: натисніть на нього й оберіть «Видалити».
case-hide-own-yourself = Ваші повідомлення, яким понад дві доби, може прибрати тільки Ви: натисніть на повідомлення й оберіть «Видалити».
case-rated = Дякуємо! Ваша оцінка: { $rating }. Хочете додати кілька слів? Просто напишіть.

## My cases

my-cases-title = Мої звернення
my-cases-none = Ви ще нічого не надсилали. Повідомте, що сталося, або запитайте.
my-cases-choose = Оберіть звернення, щоб відкрити його.
my-case-status = Стан: { $status }.
my-case-sent = Надіслано: { $time }
my-case-readers = Звернення відкривали: { $count ->
    [one] { $count } особа
    [few] { $count } особи
    [many] { $count } осіб
   *[other] { $count } особи
}
my-case-rating = Ваша оцінка: { $rating }
my-case-history-button = Прочитати все
my-case-add-button = Дописати
my-case-add = Напишіть або надішліть, що хочете додати. Усе наступне піде до цього звернення.
my-case-added-button = Готово
my-case-close-button = Закрити
my-case-ask-close = Відповідь більше не потрібна? Закрите звернення можна відкрити повторно протягом 14 днів.
my-case-close-yes-button = Так, закрити
my-case-show-button = Показати: { $what }
case-waits-for-you = Чекаємо на Вашу відповідь
case-not-taken-yet = Звернення ще ніхто не взяв.

## What a message holds

content-text = текст
content-photo = фото
content-video = відео
content-animation = анімація
content-voice = голосове
content-video_note = відео в колі
content-audio = аудіо
content-document = файл
content-sticker = стікер
content-location = місце
content-contact = контакт

## Statuses

case-kind-report = Повідомлення
case-kind-question = Запитання
case-kind-council = Запитання ради громади
case-status-new = Нове
case-status-in_work = У роботі
case-status-waiting = Чекаємо на відповідь мешканця
case-status-answered = Надано відповідь
case-status-closed = Закрито
case-status-declined = Відхилено
case-status-forwarded = Передано за належністю
case-status-merged = Об’єднано з іншим
case-place = Місце: { $place }
case-unnamed = Без імені
case-chat-erased = Прибрано з чату: минув строк зберігання.
case-words-erased = Текст і файли цього звернення видалено: минув строк зберігання.
case-files-erased = Файли цього звернення видалено: минув строк зберігання.
case-link-erased = Хто надіслав звернення, видалено: минув строк зберігання.
case-erased-by-wish = Видалено на прохання мешканця.
case-erased-by-wish-held = Видалено на прохання мешканця. Текст лишається, бо його може вимагати розслідування.
case-chat-erased-by-wish = Прибрано з чату: видалено на прохання мешканця.
case-chat-erased-own = Видалено на Ваше прохання.
case-link-cut = Мешканець просив забути, чиє це звернення: відповісти вже не можна.
case-about-notice = До сповіщення: { $topic }, { $date }
case-about-some-notice = До сповіщення: { $date }
case-answer-by = Відповісти до: { $time }
case-resolve-by = Вирішити до: { $time }
case-crime-signs = Ознаки злочину
case-taken = У роботі в іншого офіцера.
case-taken-by-coordinator = У роботі в іншого координатора.
case-by-turn = За чергою: { $officer }
case-shared = Видно всім офіцерам дільниці, доки його не відкрито.
case-card-below = { $number }: картка звернення тепер нижче.
case-given = Передано офіцеру.
case-left = Ви більше не працюєте з цим зверненням.
case-is-in-thread = Звернення тепер в окремій темі.
case-emergency = Увага: слова про небезпеку. Мешканцю показано номери допомоги.
case-danger = 🆘 У зверненні з’явилися слова про небезпеку. Мешканцю показано номери допомоги.
case-message-left = Вкладення ({ $what }) прибрано з чату: за дві доби бот не зміг би його видалити. У зверненні воно є.
case-unopened = 🆘 Терміново. Це звернення ніхто не відкрив понад 15 хвилин.
case-alarmed = Понад 15 хвилин ніхто не відкрив.
case-urgent = 🆘 Терміново.
case-message-came = Нове повідомлення мешканця.
case-message-changed = Мешканець змінив повідомлення.
case-more-messages = { $count ->
    [one] Ще { $count } повідомлення мешканця.
    [few] Ще { $count } повідомлення мешканця.
    [many] Ще { $count } повідомлень мешканця.
   *[other] Ще { $count } повідомлення мешканця.
}
case-more-answers = { $count ->
    [one] Ще { $count } повідомлення від офіцера.
    [few] Ще { $count } повідомлення від офіцера.
    [many] Ще { $count } повідомлень від офіцера.
   *[other] Ще { $count } повідомлення від офіцера.
}
case-emergency-mark = небезпека

from-officer = { $rank } { $name }
from-police = Поліція громади
from-you = Ви
from-you-written-down = Ви (записав офіцер)
from-resident = Мешканець
from-resident-named = Мешканець: { $name }
from-resident-written-down = { $resident } (запис: { $officer })

## What a message refers to

reference-forwarded = Переслане повідомлення
reference-part = У відповідь на:
reference-elsewhere = У відповідь на допис з іншого чату:
reference-elsewhere-unseen = У відповідь на допис з іншого чату, якого тут не видно
bots-own-message = Це повідомлення самого бота, далі воно не передається. Напишіть своїми словами.
case-of-another = Це повідомлення з іншого звернення, тому його не надіслано. Напишіть своїми словами.
draft-forwarded = Переслане позначено. Чиє воно, офіцер не бачить.

# Calls and visits.
case-phone = Телефон: { $phone }
case-channel-chat = Чат
case-channel-phone = Дзвінок
case-channel-visit = Особистий прихід
case-unclaimed = Людини немає в боті: відповідь сказати або надрукувати
