# The cards that come before anything else. The title says whom to call; two to four short lines say what to do until
# help comes. The numbers are the hotlines of the settings. A card never holds a message back, and its screen ends
# with `not-a-service-102`.

emergency-kept = Ваше повідомлення збережено. Офіцер його ще не отримав.
emergency-sent = Ваше повідомлення збережено. Офіцер його отримав.
emergency-continue-button = Зрозуміло, далі

emergency-uxo-title = Зателефонуйте { $rescue } або { $police }
emergency-uxo =
    Спершу відійдіть: щонайменше 100 метрів. Не торкайтеся.
    Поруч не користуйтеся телефоном і рацією: може вибухнути.
    Не фотографуйте. Попередьте інших, хто йде туди.

emergency-life-title = Зателефонуйте { $police } зараз
emergency-life =
    Якщо можете, вийдіть або зачиніться.
    Скажіть адресу і що відбувається.
    Є поранені: { $ambulance }.

emergency-suicide-title = Зателефонуйте { $ambulance } або { $police }
emergency-suicide =
    Не залишайте людину саму.
    Приберіть ножі, ліки, зброю.
    Якщо важко Вам: { $lifeline }, вислухають у будь-який час.

emergency-fire-title = Зателефонуйте { $rescue } зараз
emergency-fire =
    Вийдіть самі й виведіть інших.
    У будинку зачиніть за собою двері, не користуйтеся ліфтом.
    Не повертайтеся по речі.

emergency-gas-title = Зателефонуйте { $gas } з вулиці
emergency-gas =
    Не вмикайте і не вимикайте світло. Жодного вогню.
    Перекрийте газ, відчиніть вікна, вийдіть.
    Попередьте сусідів.

emergency-accident-title = Зателефонуйте { $ambulance } і { $police }
emergency-accident =
    Скажіть місце і скільки поранених.
    Не рухайте поранених, якщо немає вогню.
    Увімкніть аварійні вогні, станьте подалі від дороги.

emergency-medical-title = Зателефонуйте { $ambulance } зараз
emergency-medical =
    Скажіть адресу і що з людиною.
    Не кладіть слухавку: підкажуть, що робити.
    Людина тоне або під завалом: { $rescue }.

emergency-break-in-title = Зателефонуйте { $police } зараз
emergency-break-in =
    Не виходьте до них. Зачиніться.
    Скажіть адресу, скільки їх, куди пішли.
    Нічого не торкайтеся до приїзду поліції.

emergency-missing-title = Зателефонуйте { $police } зараз
emergency-missing =
    Чекати три доби не треба.
    Скажіть вік, прикмети, одяг, де і коли бачили востаннє.
    Хтось хай залишиться вдома біля телефона.

emergency-sabotage-title = Зателефонуйте { $police } зараз
emergency-sabotage =
    Не наближайтеся і не затримуйте самі.
    Запам’ятайте прикмети, місце, час.
    Нікому більше про це не пишіть.

emergency-general-title = Потрібна допомога? Зателефонуйте { $police }
emergency-general =
    Скажіть адресу і що сталося.
    Пожежа: { $rescue }. Людині погано: { $ambulance }.

emergency-domestic-title = Небезпечно зараз? Зателефонуйте { $police }
emergency-domestic =
    Якщо можете, вийдіть або зачиніться.
    Порада і підтримка: { $violence }, цілодобово.
    Після розмови з ботом можна видалити листування.

emergency-suspicious-title = Відбувається зараз? Зателефонуйте { $police }
emergency-suspicious =
    Не наближайтеся і не затримуйте самі.
    Запам’ятайте прикмети, номер авто, куди пішли.

emergency-children-title = Дитина в небезпеці? Зателефонуйте { $police }
emergency-children =
    Дитині погано: { $ambulance }.
    Дитині треба поговорити: { $children }.

emergency-care-title = Людині погано? Зателефонуйте { $ambulance }
emergency-care =
    Не відчиняє і не відповідає: { $police } або { $rescue }.
    Не терміново? Напишіть сюди.

emergency-no-answer = Не додзвонилися? Єдиний номер допомоги: { $single }.
