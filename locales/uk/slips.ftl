# Slips: how the person of a call or a visit opens their case in the bot.

slip-button = Талон для мешканця
slip-coming = Талон зараз прийде.
slip-here = { $number }: талон для друку. Якщо був інший талон, той уже не діє.
slip-code = Код: { $code }
slip-code-apart = Скажіть код людині або запишіть окремо від талона. Він діє один раз, 14 днів.
slip-failed = Талон не вдалося надіслати. Спробуйте ще раз.
slip-ended = { $number }: код талона п’ять разів увели неправильно. Талон більше не діє, потрібен новий.
slip-own = Це талон для мешканця. Зі службового акаунта його не відкрити.

## For the person who has it

slip-enter-code-title = Введіть код
slip-enter-code = Напишіть шість цифр, які назвав офіцер.
slip-wrong-code = Код не підходить, або талон уже не діє. Перевірте код чи попросіть в офіцера новий талон.
slip-claimed = Звернення тепер у Вашому чаті. Відповіді приходитимуть сюди.

## The page

slip-page-title = Талон звернення { $number }
slip-page-qr = Код QR з посиланням на бота
slip-page-scan = 1. Наведіть камеру телефона на код і відкрийте бота в Telegram.
slip-page-code = 2. Напишіть боту шість цифр, які назвав офіцер.
slip-page-until = Останній день: { $date }. Талон діє лише один раз.
