# Groups and channels of a community: what is said in them, and to those who keep them.

## In the chat. To many: «ви» with a small letter.

chat-greeting =
    Це бот поліцейського офіцера громади. Він не читає розмов, лише команди:
    /officer — хто ваш офіцер
    /hours — години прийому
    /hotlines — куди телефонувати
chat-let-in-by-nobody = Чат ще не під’єднано до громади. Адміністратор чату може попросити офіцера. Інакше за добу бот вийде.
chat-ask-for-officer-button = Попросити офіцера
chat-leaving = Чат не під’єднано до громади, тому бот виходить.
chat-bound =
    Тут з’являтимуться сповіщення поліцейського офіцера.
    Написати офіцеру особисто: @{ $bot }
chat-words-unread = Написане після команди бот не читає. Напишіть йому особисто: @{ $bot }
chat-nobodys = Чат ще не під’єднано до громади. Попросіть офіцера.
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
chat-checking-administrator = Перевіряю в Telegram, чи Ви адміністратор цього чату…
chat-checking-rights = Перевіряю в Telegram, що бот тут може…
chat-check-again-button = Перевірити ще раз
chat-not-bound-title = Чат ще не під’єднано
chat-not-administrator = Ви не адміністратор цього чату.
chat-not-administrator-do = Під’єднати чат може його адміністратор. Попросіть, щоб Вас ним зробили, і перевірте ще раз.
chat-not-bound-link = Або нехай адміністратор чату відкриє це посилання і попросить Вас: { $link }
chat-not-named = Telegram не показує боту, що Ви адміністратор цього чату.
chat-not-named-do = Зробіть адміністратором спершу самого бота. Потім перевірте ще раз.

## The chat’s own administrator asks for an officer

chat-request-title = Під’єднати чат до громади
chat-request-explained = Вирішує офіцер громади. Він побачить назву чату, а хто просить, не побачить.
chat-request-found-nothing = Такої громади не знайдено. Напишіть назву ще раз.
chat-request-sent = Запит надіслано. Коли офіцер відповість, бот напише сюди. Чекає тиждень.
chat-request-nobody = Запит не надіслано: у цій громаді з ботом ще ніхто не працює.
chat-request-early = Запит не надіслано: для цього чату сьогодні вже просили.
chat-request-again = Попросити знову можна: { $time }
chat-request-waits = Інший адміністратор чату «{ $title }» вже попросив. Офіцер ще не відповів.
chat-request-replaced = Чат «{ $title }»: тепер просить інший його адміністратор. Ваш запит більше не діє.
chat-request-made = Адміністратор чату «{ $title }» просить під’єднати його.
chat-request-means = У чаті з’являтимуться Ваші сповіщення, а на команди бот назве офіцера й години прийому.
chat-request-accept-button = Під’єднати
chat-request-turn-down-button = Відмовити
chat-request-checking = Перевіряю в Telegram, чи той, хто просить, досі адміністратор чату…
chat-request-was-made = Чат: «{ $title }».
chat-request-over-accepted = Чат уже під’єднано до громади.
chat-request-over-turned-down = Запит відхилено. Чат не під’єднано.
chat-request-over-replaced = Цей запит замінено новим.
chat-request-over-void = Запит уже не діє.
chat-request-void = Запит уже не діє: Telegram не називає адміністратором того, хто просив.
chat-request-unproven = Чат не під’єднано: Telegram не називає Вас його адміністратором.
chat-request-turned-down = Відмовлено. Чат не під’єднано.
chat-request-was-accepted = Офіцер під’єднав чат «{ $title }» до громади.
chat-request-was-not-accepted = Чат «{ $title }» не під’єднано: запит відхилено.

## The chats of a community

chats-button = Чати громади
chats-of-button = Чати: { $community }
chats-title = Чати громади
chats-explained = Сюди приходять сповіщення.
chats-none = Чатів ще немає.
chats-add = Щоб додати чат, натисніть кнопку внизу. Потім бот запитає тут, чий це чат.
chat-button = { $title } · { $state }
chat-writes = пише
chat-writes-text = пише без фото
chat-cannot-write = зараз не може писати
chat-not-inside = бота тут немає
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
chat-lost-rights = Бот зараз не може писати сюди: «{ $title }».
chat-lost-rights-do =
    Йому бракує прав. Сповіщення чекають, завтра бот спробує знову.
    Щоб не чекати, зробіть бота адміністратором чату з правом писати.
chat-lost-files = Чат не приймає від бота фото й файлів: «{ $title }».
chat-lost-files-do = Сповіщення приходять самим текстом. Щоб були й фото, дозвольте боту їх надсилати.
chat-lost-thread = Тему форуму для сповіщень закрито або видалено: «{ $title }».
chat-lost-thread-do = Сповіщення з’являтимуться в загальній темі. Щоб обрати іншу, напишіть у ній /here.
chat-lost-pinning = Бот більше не закріплює термінових сповіщень: «{ $title }».
chat-lost-pinning-do = Він пише далі. Щоб закріплював, дайте йому це право знову.
chat-look-button = Відкрити чат
chat-regained-writing = Бот знову може писати сюди: «{ $title }».
chat-regained-files = Чат знову приймає від бота фото й файли: «{ $title }».
