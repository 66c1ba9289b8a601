# «Мої дані»: what is kept of a resident, and what they may do with it.

words-my-data = мої дані, видаліть мої дані, видалити мої дані, видали мої дані, стерти мої дані, зітріть мої дані, видаліть усі мої дані, отримати мої дані
words-withdraw = відкликати згоду, відкликаю згоду, скасувати згоду, скасовую згоду, відкликати мою згоду

my-data-title = Мої дані
my-data-chat = Номер цього чату: через нього приходять відповіді.
my-data-language = Мова: українська
my-data-consent = Згода: { $date } (версія { $version })
my-data-without-consent = Згоди немає.
my-data-cases = Звернення: { $count } (відкриті: { $open })
my-data-messages = Повідомлення у зверненнях: { $count } (файли: { $files })
my-data-drafts = Чернетки: { $count }
my-data-topics = Теми сповіщень, які Ви обрали: { $count }
my-data-reminders = Нагадування про прийом: { $count }
my-data-waits = Бот має повідомити Вас, коли з’явиться офіцер.
my-data-post = Ви працюєте в боті. Записи про Вашу службу сюди не входять.
my-data-terms = Закрите звернення: текст і файли { $words ->
    [one] { $words } день
    [few] { $words } дні
    [many] { $words } днів
   *[other] { $words } дня
}, запис, що воно Ваше, { $links ->
    [one] { $links } день
    [few] { $links } дні
    [many] { $links } днів
   *[other] { $links } дня
}. Потім бот видаляє їх сам.
my-data-none = Бот не зберігає про Вас нічого, що можна видалити.

## The files

my-data-export-button = Завантажити
my-data-export-first-button = Спершу завантажити
my-data-export-coming = Файли зараз прийдуть.
my-data-export-page =
    Ваші дані: сторінка для читання.
    Файл лишається в чаті. Видаліть його, якщо телефон бачать інші.
my-data-export-json = Ті самі дані для програм (JSON).
my-data-made = Складено
my-data-before = змінено { $time }
my-data-topic-on = надсилати
my-data-topic-off = не надсилати
my-data-field-consent = Згода
my-data-field-language = Мова
my-data-field-place = Місце
my-data-field-reminders = Нагадування про прийом
my-data-field-status = Стан
my-data-field-begun = Почато
my-data-field-sent = Надіслано
my-data-field-closed = Завершено
my-data-field-name = Ім’я
my-data-field-phone = Телефон
my-data-field-rating = Ваша оцінка

## The consent

my-data-withdraw-button = Відкликати згоду
my-data-withdraw-title = Відкликати згоду
my-data-withdraw =
    Без згоди Ви не зможете писати офіцеру.
    Бот забуде Вашу громаду, теми сповіщень, нагадування й чернетки.
my-data-withdraw-open = Відкриті звернення буде закрито без відповіді: { $count }
my-data-withdraw-keeps = Надіслане лишається до кінця строку. Видалити його зараз: «Видалити все».
my-data-withdraw-yes-button = Так, відкликати
my-data-withdrawn = Згоду відкликано. Передумаєте? Натисніть /start і погодьтеся знову.
my-data-no-consent = Згоди немає, тож відкликати нічого.

## All of it

my-data-erase-button = Видалити все
my-data-erase-title = Видалити все
my-data-erase = Бот видалить усе, що зберігає про Вас: звернення з текстом і файлами, ім’я, телефон, громаду, згоду.
my-data-erase-cases =
    Звернення: { $count }. З них відкриті: { $open }. Їх закриють, відповіді не буде.
    Від звернення лишаться номер, тема, місце, дати й позначка «видалено на прохання». Її побачить офіцер.
my-data-held-crime = { $number }: ознаки злочину. Текст поки лишиться, ім’я і запис, що воно Ваше, буде видалено.
my-data-held-complaint = { $number }: скарга. Текст поки лишиться, ім’я і запис, що воно Ваше, буде видалено.
my-data-held-until = { $number }: координатор зберігає текст (до: { $date }). Ім’я і запис, що воно Ваше, буде видалено.
my-data-held-more = І ще такі звернення: { $count }
my-data-erase-both = Звернення з іменем і без імені зникнуть одночасно. Офіцер може здогадатися, що вони Ваші.
my-data-erase-post = Ви працюєте в боті: записи про службу лишаться. Спершу має бути припинено Вашу роботу в ньому.
my-data-erase-telegram =
    У Telegram бот прибирає лише своє: за останні дві доби повністю, старіше замінює. Решту видаліть самі: відкрийте меню чату й оберіть «Видалити чат».
my-data-erase-yes-button = Так, видалити все
my-data-erased = Дані видаляються, це триває хвилину. Щоб писати знову, натисніть /start.

## One anonymous case

my-data-cut-button = Забути, що звернення моє
my-data-cut =
    Бот забуде, що це звернення Ваше. Повернути це не можна.
    Текст залишиться в офіцера. Відповідь до Вас більше не дійде.
    Зі списку «Мої звернення» воно зникне.
my-data-cut-open = Звернення ще відкрите. Офіцер побачить, що відповісти вже не можна.
my-data-cut-yes-button = Так, забути
my-data-link-is-cut =
    Забуто. Бот більше не знає, що це звернення Ваше.
    Ваші повідомлення в цьому чаті видаліть самі, якщо треба.

## A reply that asks for it

my-data-whose-wish = Це прохання до бота про Ваші дані чи повідомлення офіцеру?
my-data-for-bot-button = Мої дані
my-data-for-officer-button = Надіслати офіцеру
