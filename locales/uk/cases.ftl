# Cases: writing one, what becomes of it, the officer's desk.

## Categories

category-domestic = Насильство вдома
category-neighbours = Сусіди
category-theft = Крадіжка
category-fraud = Шахрайство
category-suspicious = Підозрілі люди, авто
category-order = Шум, п’яні, безлад
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

report-title = Повідомлення офіцеру
report-choose-category = Про що хочете повідомити?
report-write =
    Напишіть, що сталося, де і коли.
    Можна надіслати фото, голосове повідомлення або місце.
question-title = Запитання офіцеру
question-write = Напишіть запитання одним або кількома повідомленнями.
draft-title = Ще не надіслано
draft-holds = { $count ->
    [one] Готове { $count } повідомлення.
    [few] Готові { $count } повідомлення.
    [many] Готові { $count } повідомлень.
   *[other] Готові { $count } повідомлення.
}
draft-add-more = Можна додати ще. Без імені офіцер не побачить ні Вашого імені, ні номера, ні акаунта.
draft-kept-back = { $count ->
    [one] { $count } файл може видати, хто його надіслав. Без імені його не буде: надішліть як фото, напишіть словами або надішліть з іменем.
    [few] { $count } файли можуть видати, хто їх надіслав. Без імені їх не буде: надішліть як фото, напишіть словами або надішліть з іменем.
    [many] { $count } файлів можуть видати, хто їх надіслав. Без імені їх не буде: надішліть як фото, напишіть словами або надішліть з іменем.
   *[other] { $count } файлу можуть видати, хто їх надіслав. Без імені їх не буде: надішліть як фото, напишіть словами або надішліть з іменем.
}
draft-send-unnamed-button = Надіслати без імені
draft-send-unnamed-without-files-button = Без імені і без цих файлів
draft-send-named-button = Надіслати з іменем
draft-ask-name = Як до Вас звертатися? Напишіть ім’я і прізвище. Їх побачить тільки офіцер, і лише у цьому зверненні.

## After sending

case-sent = Надіслано: { $number }
case-number-is-internal = Це внутрішній номер чат-бота, це не номер ЄО (єдиного обліку поліції).
case-what-next = Далі офіцер прочитає і відповість у цьому чаті. Додати щось можна просто новим повідомленням.
case-usual-answer = Зазвичай відповідь надходить до: { $time }.
case-not-delivered = { $number }: це повідомлення не вдалося передати. Спробуйте написати ще раз або зателефонуйте.
case-edited = (змінено)
case-cannot-move = Це вже неможливо: стан звернення змінився.
case-cannot-reopen = Минуло понад 14 днів. Напишіть нове звернення.
case-already-rated = Ви вже оцінили це звернення. Дякуємо.
case-nothing-to-send = Ще нічого надсилати. Напишіть, що сталося.
case-needs-a-name = Відео, аудіо і файли без імені не передаються: вони можуть видати, хто їх надіслав. Надішліть як фото, напишіть словами або надішліть нове звернення з іменем.
case-taken-by-another = Це звернення вже прийнято іншим офіцером.
case-cannot-pass-on = Такі повідомлення бот не передає. Напишіть словами, надішліть фото або голосове.

case-moved-accept = Звернення прийнято.
case-moved-hand = Вашим зверненням тепер опікується інший офіцер.
case-moved-close = Звернення закрито. Оцініть, будь ласка, як Вам допомогли: від 1 до 5.
case-moved-decline = Звернення відхилено. Причина:
case-with-officer = Відповідає: { $rank } { $name }.
case-with-coordinator = Відповідає координатор поліції області.
case-reopen-button = Відкрити повторно

## Statuses

case-kind-report = Повідомлення
case-kind-question = Запитання
case-status-new = Нове
case-status-accepted = Прийнято
case-status-in_work = У роботі
case-status-waiting = Чекаємо на відповідь мешканця
case-status-answered = Надано відповідь
case-status-closed = Закрито
case-status-declined = Відхилено
case-place = Місце: { $place }
case-unnamed = Без імені
case-name = Ім’я: { $name }
case-answer-by = Відповісти до: { $time }
case-crime-signs = Ознаки злочину
case-taken = Прийнято іншим офіцером.

from-officer = { $rank } { $name }
from-police = Поліція громади
from-resident = Мешканець

## The desk

desk-accept-button = Прийняти
desk-answer-button = Відповісти
desk-ask-button = Запитати
desk-close-button = Закрити
desk-decline-button = Відхилити
desk-crime-signs-button = Ознаки злочину
desk-accepted = Звернення Ваше.
desk-closed = Закрито.
desk-expects-answer = { $number }: напишіть відповідь.
desk-expects-ask = { $number }: напишіть запитання мешканцю.
desk-expects-decline = { $number }: напишіть причину відмови.
desk-moved-close = Мешканець закрив звернення.
desk-moved-reopen = Мешканець відкрив звернення повторно.
desk-moved-rate = Мешканець оцінив роботу.
