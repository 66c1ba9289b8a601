# Invitations to a post, the officer's own page, dismissal.

## An invitation, as the invited person sees it

invitation-title = Запрошення
invitation-to-coordinator = Вас запрошують бути координатором. { $place }
invitation-to-officer = Вас запрошують на посаду офіцера. { $place }
invitation-from-operator = Запрошує: адміністратор бота.
invitation-from-coordinator = Запрошує: координатор поліції області.
invitation-from-council = Запрошує: керівництво громади.
invitation-to-council = Вас запрошують представляти громаду. { $place }
invitation-council = { $community }. { $post }.
invitation-oblast = Область: { $oblast }.
invitation-country = Уся країна.
invitation-good-until = Діє один раз, до: { $time }.
invitation-accept-button = Прийняти запрошення
invitation-not-now-button = Не зараз
invitation-then-council = Потім координатор поліції підтверджує, що це Ви. Йому видно Ваше ім’я в Telegram.
invitation-then-officer = Потім координатор області підтверджує, що це Ви. Йому видно Ваше ім’я в Telegram.
invitation-then-coordinator = Потім адміністратор бота підтверджує, що це Ви. Йому видно Ваше ім’я в Telegram.
invitation-void = Це запрошення не діє. Попросіть координатора про нове.
invitation-used = Цим запрошенням уже скористалася інша людина. Якщо його надіслали Вам, одразу скажіть тому, хто надіслав.
invitation-own = Це запрошення видали Ви. Надішліть посилання людині, яку запрошуєте. Вас на посаду може запросити лише інший координатор.
invitation-already-serves = Ви вже працюєте на цій дільниці.
invitation-already-proposed = Ви вже чекаєте тут підтвердження за іншим запрошенням.
invitation-unnamed = без імені

## The link, as the coordinator sees it

invitation-link-title-officer = Посилання для офіцера
invitation-link-title-council = Посилання для громади
invitation-link-title-coordinator = Посилання для координатора
invitation-link-for = Для: { $name }
invitation-link = { $link }
invitation-link-good-officer =
    Надішліть його офіцеру особисто. Тут воно показане один раз.
    Діє один раз, до: { $time }. Потім координатор підтверджує, що це та сама людина.
invitation-link-good-council =
    Надішліть його цій людині особисто. Тут воно показане один раз.
    Діє один раз, до: { $time }. Коли людина його прийме, бот попросить підтвердити, що це вона.
invitation-link-good-coordinator = Діє один раз, до: { $time }.

## A proposal, as the person who made it sees it

proposal-waits-title = Чекаємо підтвердження
proposal-waits-officer = Координатор області має підтвердити, що це Ви. До того звернення сюди не надходять.
proposal-waits-council = Треба підтвердити, що це Ви. Вам зателефонують.
proposal-waits-coordinator = Адміністратор бота має підтвердити, що це Ви.
proposal-own-code = Код: { $code }. Назвіть його, коли Вам зателефонують. У координатора такий самий.
proposal-until = Чекаємо до: { $time }.
proposal-withdraw-button = Відкликати запит
proposal-confirmed-title = Вас підтверджено
proposal-confirmed-officer = Ви працюєте на цій дільниці. Звернення надходитимуть сюди.
proposal-confirmed-coordinator = Ви координатор.
proposal-confirmed-council = Ви представляєте громаду. Усе потрібне під кнопкою «Рада громади».
proposal-over-title = Не підтверджено
proposal-over-ask = Якщо це помилка, попросіть про нове запрошення.
post-fill-button = Далі: телефон і станція

## A proposal, as the coordinators see it

invitation-accepted-title = Запрошення прийнято
invitation-accepted = Людина заповнює дані про себе. Потім бот попросить Вас підтвердити, що це вона.
proposals-title = Чекають підтвердження
proposals-line-button = { $name } · { $area }
proposals-none = Ніхто не чекає підтвердження.
proposal-title = Хто прийняв запрошення
proposal-expected = Запрошено: { $name }
proposal-account = Telegram: { $account }
proposal-other-name = Увага: ім’я не те, що в запрошенні.
proposal-code = Код: { $code }. Зателефонуйте людині на відомий Вам номер: на її екрані має бути такий самий.
proposal-means-officer = Після підтвердження офіцер одразу бачить звернення цієї дільниці.
proposal-means-council = Після підтвердження людина відповідає за громаду в боті. Звернень мешканців вона не бачить.
proposal-confirm-button = Підтвердити
proposal-decline-button = Відхилити
proposal-ended = { $state ->
    [confirmed] Підтверджено.
    [declined] Відхилено.
    [withdrawn] Запит відкликано.
    [revoked] Запрошення скасовано.
   *[other] Строк минув, ніхто не підтвердив.
}
proposal-already-ended = Уже вирішено. { proposal-ended }
coordinator-joined-title = Новий координатор
coordinator-joined-unexpected = Підтверджено адміністратором бота. Якщо Ви цього не очікували, скажіть йому.
proposal-own = Себе не підтверджують. Це може зробити інший координатор області чи координатор країни.

## Taking a post

post-confirm-title = Перевірте
post-confirm = Мешканці бачитимуть саме це.
post-propose-button = Усе правильно, надіслати
post-area = Громада: { $community }. Дільниця: { $area }.
post-empty = не вказано
post-now = Зараз: { $value }
post-position-pog = Поліцейський офіцер громади
post-position-dop = Дільничний офіцер поліції
post-position-senior_dop = Старший дільничний офіцер поліції

rank-private = рядовий поліції
rank-corporal = капрал поліції
rank-sergeant = сержант поліції
rank-senior-sergeant = старший сержант поліції
rank-junior-lieutenant = молодший лейтенант поліції
rank-lieutenant = лейтенант поліції
rank-senior-lieutenant = старший лейтенант поліції
rank-captain = капітан поліції
rank-major = майор поліції
rank-lieutenant-colonel = підполковник поліції
rank-colonel = полковник поліції

post-line-rank = Звання: { $value }
post-line-name = Ім’я: { $value }
post-line-position = Посада: { $value }
post-line-phone = Телефон: { $value }
post-line-station = Станція: { $value }

post-ask-rank-title = Звання
post-ask-rank = Оберіть Ваше звання.
post-ask-name-title = Ім’я і прізвище
post-ask-name = Напишіть ім’я і прізвище, наприклад: Іван Петренко.
post-ask-position-title = Посада
post-ask-position = Оберіть посаду.
post-ask-phone-title = Службовий телефон
post-ask-phone = Напишіть номер, який побачать мешканці, наприклад: 067 123 45 67.
post-ask-station-title = Поліцейська станція
post-ask-station = Напишіть адресу станції: село, вулиця, будинок.

post-edit-rank-button = Змінити звання
post-edit-name-button = Змінити ім’я
post-edit-position-button = Змінити посаду
post-edit-phone-button = Змінити телефон
post-edit-station-button = Змінити станцію
post-clear-button = Прибрати

post-not-one-of-these = Оберіть зі списку кнопкою.
post-not-a-name = Це не схоже на ім’я і прізвище. Напишіть два слова літерами, наприклад: Іван Петренко.
post-not-a-phone = Це не схоже на номер. Напишіть десять цифр, наприклад: 067 123 45 67.
post-too-long = Задовго. Напишіть коротше, щонайбільше знаків: { $limit }.

post-guide-title = Як працювати
post-guide =
    Нове звернення приходить сюди карткою. Натисніть «Прийняти».
    Щоб відповісти, проведіть по повідомленню вліво і напишіть.
    Усі разом: «Звернення». Строки є на картці. Вирішене закрийте.
    Без звуку: «Мій кабінет», «Тиша». Небезпека звучить завжди.
    Бот не замінює 102. Йдеться про злочин? Порадьте мешканцю зателефонувати 102.
post-guide-button = Як працювати
post-mine-button = Мій кабінет
post-mine-title = Мій кабінет
post-more-button = Ще: картка, чати, дошка
post-more-title = Картка, чати й дошка
post-links = Посилання для мешканців, його можна надрукувати:

quiet-button = Тиша
quiet-title = Тиша
quiet-now = Тихо до { $time }.
quiet-daily = Щодня тихо з { $begins } до { $ends }.
quiet-none = Зараз повідомлення звучать.
quiet-means = Усе приходить як завжди, лише без звуку. Небезпека звучить і тоді.
quiet-until-morning-button = До ранку, до { $time }
quiet-daily-button = Щодня в ті самі години
quiet-end-button = Вимкнути тишу
quiet-begin-title = З котрої години тихо щодня?
quiet-begins = Тихо з { $time }.
quiet-last-title = До котрої години?

## The coordinator and an officer

officer-title = Офіцер
officer-who = { $rank } { $name }
officer-serves = Працює тут:
officer-dismiss-button = Зняти з дільниці
officer-dismissal-title = Зняти офіцера з дільниці?
officer-open-cases = Звернень у роботі: { $count }.
officer-dismissal-means =
    Офіцер одразу втратить доступ до всіх дільниць у Вашій області.
    Ці й нові звернення перейдуть іншому офіцеру дільниці, а якщо його немає, у чергу.
officer-dismiss-yes-button = Так, зняти
officer-dismissed = Знято.
officer-dismissed-you = Ви більше не працюєте на дільниці «{ $area }» ({ $community } громада).
officer-dismissed-somewhere = Ви більше не працюєте на одній зі своїх дільниць.
officer-own-post = Ви тут працюєте. Зняти Вас або змінити чи закрити Вашу дільницю може інший координатор області чи координатор країни.
post-taken-title = На дільниці новий офіцер
post-taken-cases = Офіцер одразу бачить звернення цієї дільниці, які ще ніхто не взяв. Якщо Ви цього не очікували, скажіть координатору області.
post-unreachable-title = Офіцер не приймає повідомлень бота
post-unreachable = Інших офіцерів на дільниці немає. Звернення чекають у черзі, доки офіцер не повернеться.
post-reachable-title = Офіцер знову приймає повідомлення бота
post-reachable-back = Знову в офіцера, а не в черзі: { $numbers }
post-reachable-no-cases = У черзі його звернень не було.
post-reachable-kept = Лишаються в тих, хто їх узяв: { $numbers }
post-reachable-more = ще { $count }
post-ended-title = Офіцера знято з дільниці
post-ended-cases = Відкриті звернення перейшли іншому офіцеру дільниці, а якщо його немає, у чергу.
area-closed-title = Дільницю закрито
area-closed-officers = Тут більше не працюють:
area-closed-cases = Звернення перейшли дільниці всієї громади, а якщо її немає, у чергу.
officer-to-menu-button = До меню
