# Complaints about an officer.

complaint-title = Скарга на офіцера. Її прочитає лише координатор

## Whom one is about, as its resident says

complaint-about-button = Про кого скарга
complaint-about-title = Про кого скарга?
complaint-about-whom =
    Можна не називати. Того, кого Ви назвете, до скарги не допустять. Її й так не побачить жоден, хто служив у Вашій громаді за останній рік.
complaint-of-coordinators-button = Про координатора поліції
complaint-of-nobody-button = Не називати
complaint-of-officer = Скарга на: { $rank } { $name }
complaint-of-coordinators = Скарга на координатора поліції

## A second coordinator's word

complaint-ending-asked = Чекає на згоду іншого координатора. Після неї скарга завершиться.
complaint-ending-waits = Інший координатор ще не відповів.
complaint-ending-lapsed = Про це вже не питають: скарга завершена або в ній з’явилося нове.
complaint-proposed-close = Координатор пропонує закрити цю скаргу. Скарга завершиться, якщо Ви згодні.
complaint-proposed-decline = Координатор пропонує відхилити цю скаргу. Скарга завершиться, якщо Ви згодні. Мешканець прочитає:
complaint-agree-button = Згоден
complaint-refuse-button = Не згоден
complaint-agreed = { $number }: скарга завершена.
complaint-goes-on = { $number }: скарга лишається відкритою.
complaint-ending-refused = { $number }: інший координатор не згоден. Скарга лишається відкритою.
complaint-read-by-another = { $number }: скаргу вперше прочитав інший координатор. Читання записано.
