# The coordinator: communities and their service areas.

coordinator-title = Координатор
coordinator-oblast = Область: { $oblast }
coordinator-country = Уся країна
coordinator-queue-button = Черга: { $count }
coordinator-proposals-button = Чекають підтвердження: { $count }
coordinator-pauses-button = Призупинені звернення: { $count }
coordinator-holds-button = Збережені довше: { $count }
coordinator-communities-button = Громади: { $count }
coordinator-communities-title = Громади
coordinator-no-communities = Ще немає жодної. Додайте першу.
coordinator-add-button = Додати громаду
coordinator-find-title = Додати громаду
coordinator-find = Напишіть назву громади або села.
coordinator-type-name = Щоб знайти, напишіть назву.
coordinator-listed = Оберіть громаду або напишіть назву точніше.
coordinator-not-listed = Серед доданих громад такої не знайдено. Напишіть інакше.
area-no-such-settlement = У цій громаді такого населеного пункту не знайдено. Напишіть інакше.
coordinator-found = Оберіть громаду. Якщо її вже додано, відкриється її сторінка.
coordinator-found-nothing = У Вашій області такої не знайдено. Напишіть інакше.
coordinator-found-more = Є ще схожі. Якщо потрібної немає, напишіть назву точніше.
coordinator-found-button = { $name } ({ $raion } район)
coordinator-enrolment-none = Мешканці ще не можуть писати: немає офіцера.
coordinator-enrolment-paused = Участь призупинено. Нових звернень бот не приймає, відкриті тривають.
coordinator-enrolment-ended = Участь припинено. Мешканці не можуть писати.
coordinator-enrolment-active = Мешканці можуть писати.
coordinator-enrolment-unserved = Офіцера зараз немає. Нові звернення мешканців чекають у черзі.
coordinator-no-areas = Дільниць немає. Створіть першу.
coordinator-area-button = { $name } · офіцерів: { $count }
coordinator-new-area-button = Нова дільниця

## The check of service areas

areas-check-button = Перевірити дільниці: { $count }
areas-check-title = Перевірка дільниць
areas-check-none = Зауважень немає.
areas-check-no-rest = Немає дільниці на решту громади. Хто не назвав населеного пункту, потрапляє в чергу.
areas-check-unserved = { $name }: не обслуговує жодна дільниця
areas-check-shared = { $name }: обслуговує кілька дільниць, звернення йдуть у чергу
areas-check-elsewhere = { $name }: у реєстрі це вже інша громада
areas-check-empty = Дільниця { $name }: нічого не обслуговує

## Service areas

area-new-title = Нова дільниця
area-ask-name = Напишіть назву дільниці, наприклад: Північна.
area-wrong-name = Назва має бути коротка. Щонайбільше знаків: { $limit }.
area-rename-title = Нова назва
area-now = Зараз: { $name }
area-serves-whole = Обслуговує всю громаду, крім сіл інших дільниць.
area-serves = { $count ->
    [one] Обслуговує { $count } населений пункт.
    [few] Обслуговує { $count } населені пункти.
    [many] Обслуговує { $count } населених пунктів.
   *[other] Обслуговує { $count } населеного пункту.
}
area-serves-nothing = Ще нічого не обслуговує. Оберіть населені пункти або всю громаду.
area-no-officer = Офіцера немає. Звернення чекають у черзі.
area-invite-button = Запросити офіцера
area-invitations-button = Запрошення: { $count }
area-settlements-button = Населені пункти
area-settlements-title = Населені пункти
area-whole-button = Обслуговує всю громаду
area-some-button = Лише окремі населені пункти
area-whole-already = Усю громаду вже обслуговує інша дільниця. Спершу змініть її.
area-tick = ✓ означає: обслуговує ця дільниця. Натисніть, щоб змінити.
area-ticked-button = ✓ { $name }
area-elsewhere-button = { $name } · зараз: { $area }
area-move-title = Перенести населений пункт?
area-move-from = Зараз обслуговує: { $area }
area-move-to = Обслуговуватиме: { $area }
area-move-button = Так, перенести
area-rename-button = Перейменувати
area-common-queue = Нові звернення бачать усі офіцери дільниці, бере перший.
area-in-turn = Нові звернення отримують офіцери дільниці по черзі.
area-in-turn-button = Розподіляти по черзі
area-common-queue-button = Спільна черга
area-sharing-changed = Змінено. Офіцерів повідомлено.
area-sharing-title = Розподіл звернень змінено
area-sharing-kept = Те, що вже у Вас, залишається у Вас.
area-close-button = Закрити дільницю
area-close-title = Закрити дільницю?
area-officers = Офіцерів: { $count }.
area-closing-means =
    Її офіцери втратять цю дільницю, запрошення не діятимуть.
    Звернення перейдуть дільниці всієї громади, а якщо її немає, у чергу.
area-close-yes-button = Так, закрити
area-closed = Дільницю закрито.

invitation-ask-name-title = Кого Ви запрошуєте?
invitation-ask-name = Напишіть ім’я і прізвище офіцера, наприклад: Іван Петренко.
invitation-ask-name-why = Коли людина відкриє посилання, Ви порівняєте, чи це вона.
invitations-title = Запрошення
invitations-open = Відкриті запрошення:
invitations-none = Запрошень немає.
invitation-line = { $name } · до: { $time }
invitation-revoke-button = Скасувати · { $name }
invitation-proposal-button = Чекає підтвердження · { $name }
invitation-too-many = Більше запросити не можна. Відкритих тут щонайбільше: { $limit }. Скасуйте одне: «Запрошення» на сторінці дільниці.
invitation-revoked = Запрошення скасовано.

## Marks: near the front, occupied

mark-is-front = Громада біля фронту.
mark-is-occupied = Громада під окупацією.
mark-front-on-button = Позначити: біля фронту
mark-front-off-button = Більше не біля фронту
mark-occupied-on-button = Позначити: під окупацією
mark-occupied-off-button = Більше не під окупацією
mark-front-on-title = Громада біля фронту?
mark-front-off-title = Громада більше не біля фронту?
mark-occupied-on-title = Громада під окупацією?
mark-occupied-off-title = Громада більше не під окупацією?
mark-front-on-means =
    Мешканці не бачать станції, місць і годин прийому: лише «за домовленістю».
    Нагадувань про прийом немає.
    Звернення, відповіді та сповіщення працюють, як і раніше.
mark-front-off-means = Мешканці знову бачать станцію, місця й години прийому та отримують нагадування.
mark-occupied-on-means =
    Бот сам нічого не надсилає мешканцям і в чати громади: ні сповіщень, ні нагадувань, ні відповідей.
    Нових звернень бот не приймає і нічого нового не зберігає. Чернетки мешканців видаляються.
    Відкриті звернення залишаються. Мешканець прочитає відповідь, коли сам відкриє звернення, і там зможе відписати.
    Станцію, місця й години прийому приховано.
mark-occupied-off-means =
    Бот знову приймає звернення, надсилає відповіді, сповіщення й нагадування.
    Те, чого не надіслано, окремо не прийде: мешканець побачить його у своїх зверненнях.
mark-open-cases = Відкритих звернень: { $count }.
mark-front-on-yes-button = Так, біля фронту
mark-front-off-yes-button = Так, уже не біля фронту
mark-occupied-on-yes-button = Так, під окупацією
mark-occupied-off-yes-button = Так, уже не під окупацією
mark-front-on-done = Громаду позначено: біля фронту
mark-front-off-done = Громада більше не біля фронту
mark-occupied-on-done = Громаду позначено: під окупацією
mark-occupied-off-done = Громада більше не під окупацією

# Що в громаді інакше, ніж у країні: телефони й комендантська година.
local-facts-title = Телефони й комендантська година
local-facts-none = Тут усе, як у всій країні.
local-facts-choose = Що змінити саме для цієї громади?
local-fact-curfew = Комендантська година
local-fact-no-curfew = немає
local-fact-own = { $title }: { $value } (перевірено { $checked })
local-fact-old = { $title }: { $value } (давно не перевіряли: { $checked })
local-fact-none = Окремо для громади не вказано.
local-fact-country = У країні: { $value }
local-fact-not-in-country = У країні такого номера немає.
local-fact-write-button = Вказати для громади
local-fact-checked-button = Сьогодні перевірено
local-fact-forget-button = Як у всій країні
local-fact-checked-done = Позначено: перевірено сьогодні
local-fact-forget-done = Тепер, як у всій країні
local-fact-ask-number = Напишіть номер, як його набирають. Спершу зателефонуйте на нього.
local-fact-ask-curfew = Напишіть, коли починається й коли закінчується, наприклад: 21:00-6:00. Якщо її немає, напишіть «немає».
local-fact-not-a-number = Не схоже на номер. Напишіть лише цифри, наприклад: 061 212 34 56
local-fact-not-a-curfew = Не розумію годин. Напишіть так: 21:00-6:00. Якщо її немає, напишіть «немає».
local-facts-old-title = Телефони давно не перевіряли
local-facts-old = Перевірте номери й комендантську годину цих громад і натисніть «Сьогодні перевірено».
curfew-changed-title = Комендантська година: { $curfew }
curfew-changed = Перевірте години прийому: у комендантську годину їх не може бути.
