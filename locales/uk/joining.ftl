# How a community joins: what its council and its coordinators read.

menu-council-button = Рада громади
joining-button = Приєднання до проєкту
joining-open-button = Відкрити

partner-council = громада
partner-coordinator = координатор
partner-officer = офіцер

## Where it is

joining-step-chosen = Громаду обрано. Керівництво ще не запрошено.
joining-step-invited = Керівництво запрошено.
joining-step-considering = Громада розглядає.
joining-step-agreed = Громада згодна.
joining-step-declined = Громада відмовилася.
joining-step-memorandum = Меморандум підписано. Громада готується.
joining-step-active = Офіцер працює, мешканці можуть писати.
joining-step-paused = Участь призупинено.
joining-step-ended = Участь припинено.
joining-since = З дати: { $date }
joining-waits-chosen = Далі: запросити голову або заступника.
joining-waits-invited = Далі: відповідь громади.
joining-waits-considering = Далі: відповідь громади.
joining-waits-agreed = Далі: підписати меморандум.
joining-waits-memorandum = Далі: підготувати все зі списку.
joining-waits-memorandum-ready = Усе готове. Далі: призначити офіцера.
joining-memorandum = Меморандум: { $number }, { $date }
joining-ready = Готово: { $ready }, усього: { $of }
joining-reason = Причина: { $reason }
joining-officer-button = Офіцер і години прийому

## Answers and steps

joining-answer-agree-button = Ми згодні
joining-answer-consider-button = Ще розглядаємо
joining-answer-decline-button = Відмовляємося
joining-note-agree-button = Громада згодна
joining-note-consider-button = Громада розглядає
joining-note-decline-button = Громада відмовилася
joining-pause-button = Призупинити участь
joining-resume-button = Відновити участь
joining-end-button = Припинити участь
joining-noted = Записано.
joining-why-title = Чому?
joining-why-decline = Напишіть, чому громада відмовляється. Це прочитає координатор.
joining-why-pause = Напишіть, чому участь призупинено. Це прочитає рада громади. Нових звернень бот не прийматиме.
joining-why-end = Напишіть, чому участь припинено. Це прочитає рада громади.
joining-why-agree = Напишіть причину.
joining-why-consider = Напишіть причину.
joining-why-invite = Напишіть причину.
joining-why-sign = Напишіть причину.
joining-why-start = Напишіть причину.
joining-why-resume = Напишіть причину.
joining-reason-in-words = Потрібна причина словами. Щонайбільше знаків: { $limit }.
joining-not-now = Зараз так зробити не можна. Відкрийте сторінку громади ще раз.
joining-still-served = Тут ще працюють офіцери. Спершу закрийте дільниці громади.

## What the project is

joining-about-button = Про проєкт
joining-about-title = Поліцейський офіцер громади
joining-about-what = Офіцер живе і працює у громаді. У нього є кабінет на її території та години прийому.
joining-about-gets = Громада отримує: свого офіцера, порядок і профілактику злочинів, звіт двічі на рік, відповіді мешканцям у цьому боті.
joining-about-gives = Громада дає: приміщення для станції, за домовленістю житло і частину витрат на авто. Поліція дає: зарплату, службове обладнання.
joining-about-then = Далі: відповідь громади, меморандум, підготовка, призначення офіцера. Звернень мешканців рада не бачить.

## What has happened

joining-history-button = Як це було
joining-history-title = Як це було
joining-history-none = Ще нічого не записано.
joining-event = { $time } · { $by }: { $what }.
joining-event-why = { $event } «{ $reason }»
joining-event-invite = керівництво запрошено
joining-event-consider = громада розглядає
joining-event-agree = громада згодна
joining-event-decline = громада відмовилася
joining-event-sign = меморандум підписано
joining-event-start = офіцер почав працювати
joining-event-pause = участь призупинено
joining-event-resume = участь відновлено
joining-event-end = участь припинено

## The memorandum

joining-memorandum-button = Записати меморандум
joining-memorandum-page-button = Меморандум
memorandum-title = Меморандум
memorandum-ask =
    Напишіть номер і дату одним рядком.
    Наприклад: 15/2 від 03.03.2026
memorandum-no-file = Файла ще немає.
memorandum-open-button = Відкрити файл
memorandum-attach-button = Додати файл
memorandum-replace-button = Замінити файл
memorandum-change-button = Змінити номер і дату
memorandum-ask-file = Надішліть фото або документ. Його зможе відкрити рада громади.
memorandum-file-expected = Тут потрібне фото або документ.
memorandum-file-lost = Файл не вдалося надіслати. Попросіть координатора додати його ще раз.
joining-wrong-memorandum = Не зрозуміло. Напишіть номер і дату, яка вже була, наприклад: 15/2 від 03.03.2026

## The list of readiness

joining-readiness-button = Список готовності
readiness-title = Список готовності
readiness-explained = Позначати може рада громади і координатор.
readiness-item = { $ready ->
    [True] ✓ { $item }
   *[other] · { $item }
}
readiness-office = Кабінет
readiness-equipment = Обладнання
readiness-housing = Житло
readiness-car = Авто
readiness-responsible = Відповідає: { $who }
responsible-council = громада
responsible-police = поліція
responsible-both = громада і поліція
readiness-since =
    Готово з дати: { $date }
    Позначено: { $by }
readiness-not-yet = Ще не готово.
readiness-tick-button = Готово
readiness-untick-button = Ще не готово
readiness-responsible-button = Змінити, хто відповідає
readiness-detail-office-button = Записати адресу або точку
readiness-detail-equipment-button = Записати, що є
readiness-detail-housing-button = Записати, що є
readiness-detail-car-button = Записати, що є
readiness-map-button = На мапі
readiness-ask-office = Напишіть адресу кабінету одним рядком. Або надішліть точку: скріпка, далі «Геопозиція».
readiness-ask-equipment = Напишіть одним рядком, яке обладнання є.
readiness-ask-housing = Напишіть одним рядком, яке житло є.
readiness-ask-car = Напишіть одним рядком, яке авто є.
joining-detail-too-long = Потрібен один рядок словами. Щонайбільше знаків: { $limit }.

## The council's people

council-button = Рада громади
council-title = Рада громади
council-nobody = Тут ще нікого немає.
council-member = { $post }: { $name }
council-post-head = Голова громади
council-post-deputy = Заступник голови
council-post-secretary = Секретар
council-post-operator = Оператор громади
council-invite-button = Запросити людину
council-invite-title = Запросити до ради громади
council-whom = Кого Ви запрошуєте?
council-ask-name = Напишіть ім’я і прізвище, наприклад: Іван Петренко.
council-end-button = Припинити повноваження
council-since = Початок: { $date }
council-lock-title = Заблокувати доступ?
council-lock-means = Телефон загублено: людина не бачитиме сторінки громади, доки доступ не відкриють. Її запрошення скасуються.
councils-which = Оберіть громаду.
council-end-title = Припинити повноваження?
council-end-means = Людина більше не бачитиме цієї сторінки і не відповідатиме за громаду.
council-end-yes-button = Так, припинити
council-ended = Повноваження припинено.

## A question to the coordinators

council-ask-button = Запитати координатора
council-ask-title = Запитання координатору
council-ask-words = Напишіть запитання одним повідомленням. Його прочитає лише координатор, відповідь надійде сюди.

## The letter of invitation on paper

council-letter-button = Лист для друку
council-letter-coming = Лист зараз надійде.
council-letter-here =
    Лист для друку. Кому: { $name }
    Діє лише код у цьому листі: посилання, яке було раніше, більше не діє.
council-letter-failed = Не вдалося надіслати лист. Спробуйте ще раз.
council-letter-title = Запрошення до проєкту «Поліцейський офіцер громади»
council-letter-invites = Доброго дня! Запрошуємо Вашу громаду приєднатися до проєкту.
council-letter-how = Як відповісти
council-letter-scan = 1. Наведіть камеру телефона на код і відкрийте бот у Telegram.
council-letter-press = 2. Почніть розмову з ботом і натисніть «Прийняти запрошення».
council-letter-code = 3. Вам зателефонує координатор. Назвіть йому код, який покаже бот.
council-letter-answer = 4. Прочитайте в боті про проєкт і дайте відповідь.
council-letter-until = Останній день: { $date }
council-letter-once = Код діє один раз і лише для Вас: не передавайте його іншим.
council-letter-qr = QR-код із посиланням на бот
council-letter-signature = Координатор поліції:
council-letter-telephone = Телефон для запитань:

## All communities

funnel-button = Як приєднуються громади
funnel-title = Як приєднуються громади
funnel-explained = Скільки громад на кожному кроці. Натисніть, щоб побачити які.
funnel-oblast = { $oblast }: працюють { $active }, усього: { $all }
funnel-step-button = { $step }: { $count }
funnel-chosen = Обрано
funnel-invited = Запрошено
funnel-considering = Розглядають
funnel-agreed = Згодні
funnel-declined = Відмовилися
funnel-memorandum = Готуються
funnel-active = Працюють
funnel-paused = Призупинено
funnel-ended = Припинено
funnel-longest-first = Спершу ті, що чекають найдовше.
funnel-nobody = На цьому кроці громад немає.
funnel-picture-button = Картинкою
funnel-table-button = Таблицею
funnel-file-coming = Файл зараз надійде.
funnel-file-failed = Не вдалося надіслати файл. Спробуйте ще раз.
funnel-by-oblast = За областями: працюють / усього
funnel-works-of = { $active } / { $all }
funnel-sheet-steps = Кроки
funnel-sheet-communities = Громади
funnel-column-step = Крок
funnel-column-count = Громад
funnel-column-community = Громада
funnel-column-raion = Район
funnel-column-oblast = Область
funnel-column-since = З дати
funnel-column-days = Днів
funnel-column-turn = Чий хід
funnel-community-button = { $name } · { $days } дн.

## At rest

joining-rests-title = Нагадуємо про проєкт
joining-many-rest = Давно нічого не змінилося. Громад: { $count }
