# Prevention notices: their topics, the form, the progress, the report. To many, «ви» is small.

topic-fraud-phone = Телефонні шахраї
topic-fraud-online = Шахрайство в інтернеті
topic-theft-home = Крадіжки з осель і дворів
topic-mines = Мінна безпека
topic-domestic = Домашнє насильство
topic-road = Безпека на дорозі
topic-children = Безпека дітей
topic-missing = Розшук зниклих людей
topic-wanted = Орієнтування поліції
topic-curfew = Комендантська година
topic-evacuation = Евакуація
topic-strangers = Підозрілі особи та авто
topic-fire-env = Пожежі, спалювання, паводок
topic-weapons = Зброя: здача й облік
topic-drugs = Наркотики
topic-reception = Прийом громадян
topic-hours = Нагадування про кожен прийом
topic-community = Події громади

## What a reader sees

notice-urgent-title = Терміново: { $topic }
notice-from = Пише: { $rank } { $name }
notice-from-community = Пише: громада
notice-from-police = Пише: поліція
notice-corrected = Виправлено: { $time }
notice-files-left-out = Фото чи файл сюди надіслати не можна.
notice-ask-button = Запитати офіцера
leave-topic-button = Вимкнути тему «{ $topic }»
notice-covered = Є нове сповіщення для вас.
notice-open-button = Показати
notice-hide-button = Сховати
notice-withdrawn = Сповіщення відкликано.
notice-found-words = Людину знайдено. Дякуємо всім, хто допомагав.

## The way in

notices-menu-button = Сповістити мешканців
notices-title = Сповіщення мешканцям
notices-explained = Сповіщення отримають усі, хто живе там, де Ви оберете, крім тих, хто вимкнув тему.
notice-new-button = Нове сповіщення
notice-mine-button = Мої сповіщення
notice-others-button = Сповіщення інших
notices-mine-title = Мої сповіщення
notices-others-title = Сповіщення інших
notices-none = Сповіщень ще немає.
notice-list-button = { $day } · { $status ->
    [draft] чернетка
    [waiting] чекає
    [withdrawn] відкликано
   *[sent] надіслано
} · { $topic }

## The form

notice-topic-title = Нове сповіщення
notice-choose-topic = Про що сповістити? Оберіть тему.
notice-urgency-title = Це терміново?
notice-urgent-means = Термінове надійде будь-коли, уночі без звуку (евакуація зі звуком).
notice-ordinary-means = Звичайне чекає ранку. Тихі години: { $start }–{ $end }.
notice-urgent-button = Терміново
notice-ordinary-button = Звичайне
notice-write = Надішліть текст українською або фото, відео, альбом чи файл із підписом.
notice-write-words-alone = Надішліть текст українською, без файлів. Мешканець прочитає його, коли натисне «Показати».
notice-contents = Уже є: { $kinds }.
notice-text-begins = Текст: «{ $text }»
notice-add-more = Можна додати файли. Новий текст замінить попередній.
notice-no-words = Бракує тексту українською. Надішліть його.
notice-rewrite-button = Написати заново
notice-english-title = Англійською, якщо бажаєте
notice-write-english = Надішліть той самий текст англійською: для тих, хто читає нею.
notice-has-english = Англійський текст є. Новий замінить його.
notice-without-english-button = Лише українською
notice-audience-title = Хто отримає
notice-choose-audience = Оберіть усе або окремі місця. Назву громади чи села можна написати.
notice-everywhere = Усюди, де я працюю
notice-ticked-button = ✓ { $name }
notice-area = { $community } · { $area }
notice-partly-button = { $name } · обрано: { $count }
notice-all-of-it = Усе разом
notice-nowhere-named = Хто не вказав населеного пункту
notice-tick = ✓ означає: отримають. Натисніть, щоб змінити.
notice-ready-button = Готово
notice-serves-nothing = Ще без сіл і міст: { $area }. Їх додає координатор.
notice-nowhere = Ваша дільниця ще не має сіл і міст, тож сповіщати нікого. Попросіть координатора додати їх.
notice-no-communities = Громад ще немає, тож сповіщати нікого. Спершу: «Координатор», далі «Додати громаду».
notice-chats-on-button = ✓ Також чати громади
notice-chats-off-button = Чати громади: ні
notice-time-title = Коли надіслати
notice-choose-time = Оберіть або напишіть, наприклад: завтра о 9 чи 25.11 о 18:30.
notice-now-button = Зараз
notice-time-button = { $day } { $time }
notice-end-title = Коли сповіщення застаріє?
notice-choose-end = Оберіть строк або напишіть день і час.
notice-ends = Після цього бот його вже не надсилатиме. Надіслане залишиться в чатах.
notice-missing-ends = Після цього розшук зникне з чатів разом із фото.
notice-days-button = { $count ->
    [one] { $count } день
    [few] { $count } дні
    [many] { $count } днів
   *[other] { $count } дня
}
notice-endless-button = Без строку
notice-press-one = Натисніть одну з кнопок вище. Або напишіть «Скасувати».
notice-cancelled = Чернетку видалено.

## What not to say

notice-caution-positions = Увага: без місць влучань, позицій військових, роботи ППО (ст. 114-2 КК).
notice-caution-names = Увага: без імен постраждалих і дітей.
notice-caution-ethnic = Увага: не згадуйте національність людей.
notice-caution-approved = Увага: лише текст, який погодила пресслужба поліції.
notice-caution-consent = Увага: фото лише за згодою рідних або поліції.
notice-file-not-cleaned = Увага: файл не вдалося очистити. Він може показувати, хто і де його зробив.
notice-file-names = Увага: файл іде зі своєю назвою, її побачать усі.

## Preview and sending

notice-preview-title = Перевірте і надішліть
notice-where = Куди: { $places }.
notice-places-in = { $unit } ({ $settlements })
notice-more-places = ще { $count }
notice-reach = Отримають: { $whom }.
notice-reach-about = Отримають приблизно: { $whom }.
notice-residents = { $count ->
    [one] { $count } мешканець
    [few] { $count } мешканці
    [many] { $count } мешканців
   *[other] { $count } мешканця
}
notice-groups = { $count ->
    [one] { $count } група
    [few] { $count } групи
    [many] { $count } груп
   *[other] { $count } групи
}
notice-channels = { $count ->
    [one] { $count } канал
    [few] { $count } канали
    [many] { $count } каналів
   *[other] { $count } каналу
}
notice-goes-now = Піде відразу.
notice-goes-at = Піде: { $day }, { $time }.
notice-goes-in-the-morning = Тихі години. Піде: { $day }, { $time }.
notice-holds-until = Діє до: { $time }.
notice-send-button = Надіслати
notice-urgent-word = терміново
notice-ask-word-title = Підтвердьте словом
notice-ask-word = Щоб надіслати, напишіть: { $word }
notice-not-confirmed = Щоб надіслати термінове, напишіть слово, яке стоїть на екрані. Або «Скасувати».

## What cannot be

notice-is-past = Це сповіщення вже змінилося. Зараз: { $status ->
    [draft] чернетка
    [waiting] чекає
    [withdrawn] відкликано
   *[sent] надіслано
}.
notice-too-long = Задовгий текст. Щонайбільше знаків: { $limit }.
notice-too-many-files = Забагато файлів. Щонайбільше: { $limit }.
notice-not-a-file = Додати можна фото й відео або файли, але не разом і нічого іншого.
notice-words-alone = На цю тему надсилаємо лише слова, без файлів.
notice-no-such-place = Серед Ваших місць такого не знайдено. Напишіть інакше або натисніть кнопку.
notice-nobody-chosen = Спершу оберіть, хто отримає.
notice-too-far = Це задалеко. Сповіщення можна надіслати не пізніше ніж за 60 днів.
notice-needs-an-end = Потрібен строк, пізніший за час надсилання.
notice-own = Це Ваше сповіщення: його має підтвердити інша людина.
notice-not-yours-now = Сповіщення не надіслано: Ви вже не працюєте там, для кого воно.
notice-may-have-gone = Ваше сповіщення знову чернетка в «Мої сповіщення». Бот відновлено з резервної копії, тож невідомо, чи його вже надіслано: перевірте в чатах і за потреби надішліть.

## A second coordinator

notice-second-title = Термінове на більшість громад області
notice-second-asked = Без Вашого підтвердження воно не піде.
notice-confirm-button = Підтверджую, надіслати
notice-decline-button = Не надсилати
notice-confirmed = Підтверджено.
notice-you-declined = Не надіслано. Автор бачить чернетку знову.
notice-declined = Сповіщення не підтвердили. Воно знову чернетка в «Мої сповіщення».
notice-other-corrected = Його виправили. Так його бачать тепер.
notice-look-button = Відкрити сповіщення
notice-awaits-second = Чекає підтвердження другого координатора.

## How it stands

notice-unsent = Ви ще не надіслали сповіщення
notice-unsent-until = Бот зберігає чернетку до: { $time }.
notice-draft-gone = Минув час, чернетку сповіщення видалено. Напишіть його ще раз.
notice-status-draft = Чернетка, ще не надіслано.
notice-status-waiting = Чекає свого часу.
notice-status-sent = Надсилаємо.
notice-status-withdrawn = Відкликано: прибираємо в тих, хто отримав.
notice-over-sent = Надіслано.
notice-over-withdrawn = Відкликано.
notice-was-found = Людину знайдено, фото прибираємо. { $time }
notice-paused = Призупинено.
notice-planned = Заплановано: { $count }
notice-delivered = Доставлено: { $count }
notice-unreachable = Недоступні: { $count }
notice-held = Чекають, доки чат дозволить боту писати: { $count }
notice-unknown = Невідомо, чи надійшло: { $count }
notice-left = Залишилось: { $count }
notice-left-a-minute = Ще близько хвилини.
notice-left-minutes = Ще хвилин: { $count }
notice-left-hours = Ще годин: { $count }
notice-go-on-button = Продовжити
notice-preview-button = Переглянути й надіслати
notice-read-button = Прочитати
notice-take-back-button = Повернути в чернетки
notice-is-draft-again = Знову чернетка.
notice-pause-button = Призупинити
notice-resume-button = Продовжити надсилання
notice-correct-button = Виправити
notice-withdraw-button = Відкликати
notice-withdraw-title = Відкликати сповіщення?
notice-withdrawing-means = Інші не отримають. У тих, хто отримав, воно зникне або зміниться на «відкликано».
notice-withdraw-yes-button = Так, відкликати
notice-found-button = Знайдено
notice-found-title = Людину знайдено?
notice-finding-means = Фото зникне з чатів. Хто отримав розшук, побачить, що людину знайдено.
notice-found-yes-button = Так, знайдено
notice-correct-title = Виправлення
notice-write-correction = { $language ->
    [en] Надішліть новий текст англійською. Зараз там:
   *[uk] Надішліть новий текст українською. Зараз там:
}
notice-correct-other-button = { $language ->
    [en] Виправити англійський
   *[uk] Виправити український
}
notice-correcting-means = Так побачать усі: хто отримав і хто ще отримає.
notice-send-correction-button = Надіслати виправлення

## The report

notice-report-title = Звіт про сповіщення
notice-report-sent = Надсилання завершено.
notice-report-corrected = Виправлення надіслано.
notice-report-withdrawn = Відкликання завершено.
notice-report-nobody = Отримувачів не було.
notice-report-text-alone = Самим текстом, бо чат не приймає фото й файлів: { $count }
notice-report-private = Мешканці: { $outcome }
notice-report-group = Групи: { $outcome }
notice-report-channel = Канали: { $outcome }
notice-report-area = Мешканці, { $area }: { $outcome }
notice-report-more = Ще дільниць: { $count }
notice-outcome-delivered = доставлено { $count }
notice-outcome-refused = недоступні { $count }
notice-outcome-held = чекають дозволу { $count }
notice-outcome-unknown = невідомо { $count }
notice-outcome-void = не надіслано { $count }

## What a council proposes

notice-proposal-button = Запропонувати сповіщення
notice-proposal-title = Сповіщення від громади
notice-proposal-choose-topic = Про що воно? «Події громади» бот надсилає одразу, решту спершу читає офіцер або координатор.
notice-proposal-write = Напишіть текст одним повідомленням. Мешканці побачать: «Пише: громада».
notice-proposal-write-own = Напишіть текст одним повідомленням. Бот надішле його мешканцям одразу: «Пише: громада».
notice-proposal-sent = Надіслано. Офіцер або координатор прочитає текст і опублікує його, змінить чи відмовить. Бот напише Вам.
notice-proposal-going = Сповіщення вже надсилається мешканцям громади.
notice-proposal-came-title = Громада пропонує сповіщення
notice-proposal-by = Автор: { $post }, { $name }
notice-proposal-take-button = Взяти й підготувати
notice-proposal-refuse-button = Відмовити
notice-proposal-why-title = Чому?
notice-proposal-why = Напишіть, чому сповіщення не буде опубліковано. Це прочитає автор.
notice-proposal-is-refused = Відмову надіслано автору.
notice-proposal-refused = Ваше сповіщення не опубліковано. Причина: { $reason }
notice-proposal-published = Ваше сповіщення надсилається мешканцям.
notice-proposal-dropped = Ваше сповіщення не опубліковано: чернетку скасовано.
notice-proposal-decided = Це сповіщення вже розглянуто.
notice-proposal-lapsed = Автор більше не представляє громаду. Сповіщення не можна опублікувати.
notice-proposal-too-many = Ваших сповіщень уже чекає { $limit }. Дочекайтеся відповіді.
notice-sent-button = Сповіщення
notice-sent-title = Сповіщення громаді
notice-sent-line = { $day } · { $topic }
