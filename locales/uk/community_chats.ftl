# Groups and channels of a community: what is said in them, and to those who keep them.

## In the chat. To many: «ви» with a small letter.

chat-greeting =
    Це бот поліцейського офіцера громади.
    Він не читає розмов, лише команди:
    /officer — хто ваш офіцер
    /hours — години прийому
    /hotlines — куди телефонувати
chat-let-in-by-nobody = Щоб бот почав, його має додати сюди офіцер або координатор громади. Інакше за добу бот вийде.
chat-leaving = Цей чат не належить жодній громаді, тому бот виходить.
chat-bound =
    Тут з’являтимуться сповіщення поліцейського офіцера.
    Написати офіцеру особисто: @{ $bot }
chat-words-unread = Написане після команди бот не читає. Напишіть йому особисто: @{ $bot }
chat-nobodys = Цей чат ще не належить жодній громаді, тож бот не знає його офіцера.
chat-officer-title = Ваш поліцейський офіцер
chat-hours-title = Години прийому
chat-area = Дільниця: { $name }
chat-no-officer = Офіцера ще немає.

command-hours = години прийому
command-hotlines = номери допомоги

## Whose a chat is

chat-whose-title = Чий це чат?
chat-added = Бота додано сюди: «{ $title }».
chat-whose = Якій громаді належить цей чат?
chat-found-nothing = Серед Ваших громад такої не знайдено. Напишіть назву ще раз.
chat-find-community-button = Знайти громаду
chat-left-after-a-day = Якщо за добу громаду не обрано, бот виходить із чату.
chat-decline-button = Ні, хай бот вийде
chat-declined = Бот виходить із чату.
chat-later-button = Пізніше
chat-give-rights = Дайте боту право писати: зробіть його адміністратором чату.

## The chats of a community

chats-button = Чати громади
chats-of-button = Чати: { $community }
chats-title = Чати громади
chats-explained = Сюди приходять сповіщення.
chats-none = Чатів ще немає.
chats-add = Щоб додати чат, натисніть кнопку внизу. Потім бот запитає тут, чий це чат.
chat-button = { $title } · { $state }
chat-writes = пише
chat-cannot-write = не може писати
chat-nobodys-button = { $title } · ще без громади
chat-add-to-group-button = Додати бота до групи
chat-add-to-channel-button = Додати бота до каналу

chat-title = Чат громади
chat-state = Бот тут: { $state }.
chat-pins = Термінові сповіщення закріплює.
chat-pins-not = Термінові сповіщення не закріплює: немає права.
chat-thread-is-general = Сповіщення з’являються в загальній темі форуму.
chat-thread-is-chosen = Сповіщення з’являються в обраній темі форуму.
chat-thread-choose = Щоб обрати іншу тему, напишіть у ній /here.
chat-topics-button = Теми сповіщень: { $count }
chat-use-general-button = Публікувати в загальній темі
chat-unbind-button = Відв’язати від громади
chat-unbound = Відв’язано. Сповіщень там більше не буде, за добу бот вийде.
chat-topics-title = Теми сповіщень
chat-topics = ✓ означає: сповіщення приходять. Натисніть, щоб змінити.
chat-topic-taken-button = ✓ { $name }
chat-thread-title = Тема форуму
chat-thread-here = Публікувати сповіщення в темі, де щойно написали /here?
chat-thread-general-here = Публікувати сповіщення в загальній темі?
chat-use-thread-button = Так, там

## The bot can no longer do what it did

chat-lost-removed = Бот більше не може писати сюди: «{ $title }».
chat-lost-removed-do = Його видалено. Щоб сповіщення приходили далі, додайте бота знову.
chat-lost-rights = Бот більше не може писати сюди: «{ $title }».
chat-lost-rights-do = Йому бракує прав. Зробіть бота адміністратором чату з правом писати.
chat-lost-thread = Теми форуму для сповіщень більше немає: «{ $title }».
chat-lost-thread-do = Сповіщення з’являтимуться в загальній темі. Щоб обрати іншу, напишіть у ній /here.
chat-lost-pinning = Бот більше не закріплює термінових сповіщень: «{ $title }».
chat-lost-pinning-do = Він пише далі. Щоб закріплював, дайте йому це право знову.
chat-look-button = Відкрити чат
