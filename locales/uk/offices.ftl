# The office of an area: what residents see of it, and how it is said where it is.

office-button = Кабінет
office-of-button = Кабінет: { $area }
office-title = Кабінет дільниці
office-at = Кабінет: { $address }
office-directions = Як знайти: { $directions }
office-phone = Телефон кабінету: { $phone }
office-map-button = На мапі
office-photo-button = Фото кабінету
office-photo-gone = Фото більше немає.

## It is said where it is

office-none = Адреси ще немає. Оберіть відоме місце або напишіть нову адресу.
office-open = Мешканці бачать це на картці офіцера:
office-by-appointment = Прийом лише за домовленістю. Мешканці не бачать ні адреси, ні годин тут.
office-by-appointment-button = Лише за домовленістю
office-receive-openly-button = Показувати адресу мешканцям
office-edit-title-button = Адреса
office-edit-point-button = Місце на мапі
office-edit-phone-button = Телефон
office-edit-directions-button = Як знайти
office-edit-photo-button = Фото
office-title-ask = Напишіть адресу одним рядком. Наприклад: смт Комишуваха, вул. Богдана Хмельницького, 38
office-point-ask = Надішліть місце: скріпка, «Геопозиція», і поставте позначку на вході.
office-phone-ask = Напишіть телефон кабінету. Наприклад: 061 123 45 67
office-directions-ask = Напишіть, як знайти вхід. Наприклад: двері з двору, другий поверх, кабінет 5
office-photo-ask = Надішліть фото входу або будівлі. Людей і номерів авто на ньому бути не повинно.
office-clear-title-button = Кабінету більше немає
office-clear-point-button = Прибрати місце на мапі
office-clear-phone-button = Прибрати телефон
office-clear-directions-button = Прибрати цей опис
office-clear-photo-button = Прибрати фото
office-photo-expected = Потрібне фото, надіслане як фото, а не як файл.
office-point-expected = Потрібне місце на мапі: скріпка, «Геопозиція».
office-address-first = Спершу вкажіть адресу.

## Links

links-button = Посилання для мешканців
links-title = Посилання для мешканців
links-explained = Посилання не змінюються, їх можна друкувати. Бот рахує переходи за днями і не записує, хто перейшов.
links-area = Дільниця:
links-community = Уся громада:
links-office = Кабінет:
links-uses = Переходів сьогодні: { $today }, за 30 днів: { $month }, усього: { $ever }

## Posters and business cards

leaflet-poster-button = Плакат А4 (PDF)
leaflet-cards-button = Візитки (PDF)
leaflet-coming = Готуємо файл.
leaflet-failed = Файл не вдалося надіслати. Спробуйте ще раз.
leaflet-poster-here = Плакат для друку. Повісьте його там, де бувають люди: рада, крамниця, школа, пошта.
leaflet-cards-here = Візитки для друку: десять на аркуші. Розріжте по лініях.
leaflet-heading = { $several ->
    [True] Ваші поліцейські офіцери
   *[other] Ваш поліцейський офіцер
}
leaflet-cards-heading = Візитки поліцейського офіцера
leaflet-office = Кабінет
leaflet-by-appointment = За домовленістю: напишіть офіцеру в бот.
leaflet-qr = Код, який веде до бота. Посилання: { $link }
leaflet-scan = Напишіть офіцеру в Telegram
leaflet-danger = Небезпека? Телефонуйте!
leaflet-danger-numbers = Небезпека? Телефонуйте: { $numbers }
