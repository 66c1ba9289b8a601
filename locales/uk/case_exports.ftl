# A case as a file, for its desk.

case-export-button = Зберегти як PDF
case-export-files-button = PDF і файли (ZIP)
case-export-coming = Файл зараз прийде.
case-export-here =
    { $number }: звернення у файлі.
    У ньому особисті дані. Передавайте його лише тим, хто має на це право.
case-export-failed = { $number }: файл не вдалося надіслати. Спробуйте ще раз.

## In the file

case-export-title = Звернення { $number }
case-export-warning =
    Це запис листування в боті. Це не заява про кримінальне правопорушення і не звернення громадян за Законом № 393/96-ВР.
    Номер внутрішній: його дав бот.
case-export-subject = Тема
case-export-status = Стан
case-export-place = Місце
case-export-resident = Мешканець
case-export-phone = Телефон
case-export-channel = Як надійшло
case-export-consent = Згода
case-export-officer = Веде
case-export-sent = Надійшло
case-export-answered = Перша відповідь
case-export-closed = Закрито
case-export-marks = Позначки
case-export-entries = Повідомлення і дії
case-export-files = Файли
case-export-size = { $kilobytes } КБ
case-export-left-too_large = не додано: завеликий
case-export-left-unavailable = не додано: файл недоступний
case-export-left-unknown = не додано: такий файл не можна очистити
case-export-left-broken = не додано: файл пошкоджено
case-export-left-locked = не додано: файл під паролем
case-export-made = Складено { $time }. Для кого: { $who }.
