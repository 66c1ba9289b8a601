# The queue: cases that no officer has.

queue-title = Черга
queue-explained = Ці звернення не має жоден офіцер.
queue-empty = Черга порожня.
queue-line = { $place }, чекає: { $days }.
queue-line-new = { $place }, чекає менше дня.
queue-overdue = Прострочено!
queue-complaint = Скарга на офіцера. Жоден офіцер її не бачить. Кожне читання записується.
queue-reading-is-noted = Кожне читання записується.
queue-open-button = Прочитати
queue-give-button = Передати офіцеру
queue-give-to = Кому передати? Він отримає все, що було написано.
queue-no-officers = У цій громаді ще немає офіцера.
queue-given = Передано.
queue-no-complaint-to-officers = Скаргу на офіцера не можна передати офіцеру.
queue-not-to-oneself = Собі звернення не передають. Відповідайте на нього з черги або передайте іншому офіцеру.
queue-no-other-officers = Іншого офіцера в цій громаді немає. Собі звернення не передають: відповідайте на нього з черги.
queue-left-title = Звернення без офіцера
queue-left = У черзі нових звернень: { $count }.
queue-look-button = Відкрити чергу
queue-resident-waits = { $number }: офіцер, який вів Ваше звернення, тут більше не служить. Звернення чекає на іншого. Ви нічого не втратили.
queue-coordinator-left = { $number }: координатор, який вів Ваше звернення, більше не може цього робити. Звернення чекає на іншого. Ви нічого не втратили.
queue-complaint-unread = { $number }: зараз цю скаргу нікому прочитати. Бот її зберігає. Щоб не чекати, зверніться до головного управління поліції області.
