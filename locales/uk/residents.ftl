# Where a resident lives, and the officer who serves the place.

## Places. The register's names stay as they are; what they are stands beside them.

community-name = { $name } { $kind ->
    [city] міська
    [settlement] селищна
   *[village] сільська
} громада
community-where = { $raion } район, { $oblast } область
settlement-name = { $category ->
    [M] м.
    [X] с-ще
   *[C] с.
} { $name }

## Finding the community

find-community-title = Ще один крок: Ваша громада
find-community = Вкажіть громаду, і Ваше повідомлення отримає саме її офіцер.
find-community-button = Вказати громаду
ask-community-title = Яка Ваша громада?
ask-community =
    Напишіть назву громади або свого села чи міста.
    Наприклад: Комишуваха
send-place-button = Надіслати моє місце
send-place-title = Де Ви зараз?
send-place =
    Натисніть кнопку внизу. Якщо Ви не вдома, краще напишіть назву громади.
    Місце потрібне лише для пошуку: бот його не зберігає.
place-by-name = За місцем громаду знайти не вдається. Напишіть назву громади або свого села чи міста.
place-near-border = Поруч межа громад. Ваша може бути будь-якою з цих:
results-title = Оберіть свою громаду
result = { $number }. { $name } ({ $where })
result-button = { $number }. { $name }, { $oblast } обл.
results-choose = Немає Вашої? Напишіть назву ще раз.
none-of-these-button = Жодна з цих
nothing-found-title = Такої назви не знайдено
nothing-found =
    Напишіть ще раз: лише назву громади, села чи міста.
    Наприклад: Комишуваха
outside-title = Тут бот не працює
outside =
    Бот не працює в таких місцях: Київ, Севастополь, Крим, Прип’ять, Чорнобиль.
    Якщо потрібна допомога, зателефонуйте:
outside-namesakes = Є й інші місця з такою назвою. Оберіть своє:
candidate-title = Це Ваша громада?
my-community-button = Так, моя
other-settlement-button = Громада моя, село інше
another-community-button = Ні, шукати іншу
community-chosen-title = Громаду записано

## The settlement

ask-settlement-title = Де Ви живете?
ask-settlement = Оберіть у списку або напишіть назву.
settlement-missed = Такої назви тут немає. Напишіть ще раз або оберіть у списку.
not-in-list-button = Немає у списку
name-settlement = У якому Ви селі чи місті? Вкажіть, щоб отримувати його сповіщення.
name-settlement-button = Вказати село чи місто

## My officer

my-officer-needs-community = Вкажіть громаду, і бот покаже її офіцера.
my-officer-name = Офіцер: { $rank } { $name }
my-officer-station = Поліцейська станція: { $station }
my-officer-phone = Телефон: { $phone }
begin-writing-button = Написати офіцеру
no-officer =
    Зараз тут немає офіцера. Ваше звернення прочитає координатор поліції.
    Терміново? Зателефонуйте:
not-joined-title = Ваша громада ще не долучилася
not-joined =
    Офіцера тут поки немає, тому бот не приймає звернень.
    Потрібна допомога? Зателефонуйте:
words-not-kept = Ваше повідомлення не збережено: тут поки нікому його прочитати. Якщо терміново, зателефонуйте 102.
words-not-kept-occupied =
    Ваше повідомлення не збережено і нікому не передано: листуватися тут небезпечно.
    Щоб відписати у відкритому зверненні, відкрийте його: «Мої звернення».
wait-for-officer-button = Повідомити, коли з’явиться офіцер
waiting-title = Домовилися
waiting = Коли у громаді з’явиться офіцер, бот напише Вам.
stop-waiting-button = Не повідомляти
officer-has-come-title = У Вашій громаді з’явився офіцер
officer-has-come = Тепер сюди можна писати. Офіцер відповість у цьому чаті.
occupied-title = Бережіть себе
occupied =
    Громада під окупацією. Листуватися тут небезпечно.
    Бот не приймає звернень і не зберігає Вашу громаду.
    Прочитайте номери і видаліть це листування.
occupied-nothing-kept = Громада під окупацією. Бот нічого нового не зберігає.

## Settings

settings-no-community = Громаду, де Ви живете, ще не вказано.
change-community-button = Змінити громаду
change-settlement-button = Змінити село чи місто
