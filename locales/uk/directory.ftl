# The directory as a form: what coordinators read. The words of the form itself are in domain/directory.py.

directory-button = Довідник
directory-title = Довідник
directory-about = Громади, дільниці, кабінети, години прийому й офіцери в одній таблиці Excel.
directory-stays = Чого немає у файлі, те залишиться як є.
directory-template-button = Завантажити форму
directory-export-button = Вивантажити довідник
directory-send-button = Надіслати файл
directory-send-another-button = Надіслати інший файл
directory-file-coming = Готуємо файл.
directory-file-name = Довідник.xlsx
directory-findings-name = Перевірка.xlsx
directory-template-here = Порожня форма довідника. Як заповнювати — на першому аркуші.
directory-export-here = Довідник ваших громад. Його можна виправити й надіслати назад.
directory-findings-here = Ваші рядки з поясненнями в останньому стовпчику. Виправте тут і надішліть ще раз.

## Sending a file

directory-ask-file-title = Надішліть файл
directory-ask-file = Надішліть таблицю Excel (.xlsx) одним файлом.
directory-ask-file-checked = Спершу бот її перевірить і покаже, що зміниться. Без Вашого підтвердження нічого не зміниться.
directory-file-expected = Потрібен один файл Excel (.xlsx). Надішліть його або натисніть «Скасувати».
directory-too-large = Файл завеликий. Найбільше мегабайтів: { $limit }.
directory-not-a-spreadsheet = Це не таблиця Excel (.xlsx). Збережіть її в цьому форматі й надішліть ще раз.
directory-broken = Файл не читається: він пошкоджений або завеликий. Збережіть його ще раз або завантажте нову форму.
directory-not-the-form = У файлі немає аркушів довідника. Завантажте форму й заповніть її.
directory-failed = Файл не вдалося опрацювати. Надішліть його ще раз.

## What comes of it

directory-state-reading = Читаємо файл
directory-state-checking = Перевіряємо файл
directory-state-checked = Файл перевірено
directory-state-confirmed = Вносимо зміни
directory-state-applying = Вносимо зміни
directory-state-done = Зміни внесено
directory-state-cancelled = Зміни скасовано
directory-state-refused = Файл не прочитано
directory-nothing-yet = Про результат бот напише окремо.
directory-changed-since = Відтоді у довіднику щось змінилося. Перегляньте ще раз.
directory-count-communities = Громад у файлі: { $count }
directory-count-errors = Рядків з помилками: { $count }
directory-count-notes = Рядків із зауваженнями: { $count }
directory-count-created = Нове: { $count }
directory-count-changed = Зміниться: { $count }
directory-count-same = Без змін: { $count }
directory-put-right = Доки є помилки, нічого не зміниться. Виправте їх і надішліть файл ще раз.
directory-all-same = Усе вже так. Змінювати нічого.
directory-not-carried-out = У громадах із помилками нічого не змінено. Виправте ці рядки й надішліть файл ще раз.
directory-carry-out-button = Внести зміни
directory-findings-button = Файл із перевіркою
directory-cancelled = Скасовано. Нічого не змінено.
directory-line = { $page }, рядок { $row }: { $finding }
directory-level-error = Помилка: { $finding }
directory-level-note = Зауваження: { $finding }
directory-level-created = Нове: { $finding }
directory-level-changed = Зміна: { $finding }
directory-level-same = { $finding }

## What is said of a row

directory-same = без змін
directory-community-added = громаду додамо
directory-step-made = новий крок: { $step }
directory-step-not-here = крок залишиться «{ $step }». Інший крок записують у боті, на сторінці «Приєднання до проєкту»
directory-step-unknown = немає такого кроку. Можна: { $steps }
directory-area-made = дільницю додамо
directory-settlement-served = дільниця обслуговуватиме
directory-settlement-moves = дільниця обслуговуватиме. Досі це була дільниця «{ $area }»
directory-rest-of-another = решту громади обслуговує дільниця «{ $area }». Спершу змініть це в боті
directory-two-areas = уже є в рядку { $row }, дільниця «{ $area }». Залиште в одній
directory-area-named-twice = дільниць із назвою «{ $area }» кілька. Спершу перейменуйте їх у боті
directory-area-unknown = немає дільниці «{ $area }». Впишіть її на аркуш «Дільниці»
directory-office-made = кабінет додамо
directory-office-placed = нове місце на карті
directory-office-named-twice = кабінет із цією адресою вже є в іншому рядку
directory-office-unknown = немає такої адреси. Впишіть її на аркуш «{ $page }»
directory-not-degrees = широта й довгота — це числа, наприклад 47.71 і 35.53. Потрібні обидві
directory-not-in-ukraine = це місце не в Україні. Чи не переплутано широту й довготу?
directory-post-wanted = чекатиме на запрошення
directory-officer-unknown = немає такого офіцера. Впишіть його на аркуш «{ $page }»
directory-officer-named-twice = офіцерів із таким ім’ям кілька. Години впишіть у боті
directory-hours-added = години додамо
directory-not-days = дні пишуть так: пн, ср або пн-пт
directory-not-a-repeat = виберіть повторення зі списку
directory-not-a-time = час пишуть так: 9:00
directory-not-a-day = день пишуть так: 01.12.2026
directory-not-yours = ця громада не у Вашій області
directory-takes-no-part = громади ще немає в боті. Впишіть її на аркуш «{ $page }»
directory-duplicate = те саме, що в рядку { $row }. Залиште один
directory-cell-missing = порожньо: { $heading }
directory-cell-formula = формула у стовпчику «{ $heading }». Впишіть значення
directory-cell-error = помилка Excel у стовпчику «{ $heading }». Впишіть значення
directory-cell-merged = об’єднані клітинки у стовпчику «{ $heading }». Роз’єднайте їх і заповніть кожну
directory-heading-missing = немає стовпчика «{ $heading }»
directory-heading-unknown = стовпчик «{ $heading }» бот не читає
directory-community-missing = немає ні коду, ні назви громади
directory-code-unknown = у реєстрі немає коду { $code }
directory-other-name = за кодом це { $name }. Виправте код або назву
directory-name-unknown = у реєстрі немає назви «{ $name }»
directory-name-similar = у реєстрі немає назви «{ $name }». Можливо: { $similar }
directory-name-several = назву «{ $name }» мають кілька місць. Впишіть код

## On the first sheet of the form

directory-how-1 = Довідник: як заповнювати
directory-how-2 = Громаду називають кодом із реєстру (КАТОТТГ) або назвою. Якщо назва повторюється, потрібен код.
directory-how-3 = «Громади»: які громади беруть участь. Крок можна не писати. Тут записують лише: обрано, запрошено, розглядає, згодна.
directory-how-4 = «Дільниці»: рядок на кожний населений пункт. «решта громади» — усе, чого не названо в інших дільницях. Лише назва дільниці — дільниця, яка ще нічого не обслуговує.
directory-how-5 = «Кабінети»: де приймають людей. Широта й довгота — числа, можна не писати.
directory-how-6 = «Офіцери»: кого запросити до дільниці. Запрошення надсилають із бота по одному, бо посилання діє недовго. «Стан» бот пише сам.
directory-how-7 = «Години»: коли приймає офіцер. Дні: пн, ср або пн-пт. Час: 9:00. День: 01.12.2026. Хто ще не служить, у того години почнуться разом зі службою.
directory-how-8 = Аркуші й стовпчики можна переставляти, але не перейменовувати. Формул і об’єднаних клітинок не має бути.
directory-how-9 = Чого немає у файлі, те залишиться як є: файл нічого не видаляє.
directory-how-10 = Той самий файл удруге нічого не змінить.

## An officer who is to be invited

wanted-button = Запросити · { $name }
wanted-waits = Цю людину вказано в довіднику. Посилання ще не надіслано.
wanted-invited = Посилання надіслано. Поки воно діє, нове не потрібне.
wanted-hours =
    { $count ->
        [one] Разом зі службою почнуться години прийому: { $count } запис.
        [few] Разом зі службою почнуться години прийому: { $count } записи.
        [many] Разом зі службою почнуться години прийому: { $count } записів.
       *[other] Разом зі службою почнуться години прийому: { $count } запису.
    }
wanted-invite-button = Запросити
wanted-drop-button = Прибрати зі списку
wanted-dropped = Прибрано.
