# Giving a case to another desk.

transfer-button = Передати
transfer-whom = Кому передати? Колега отримає все, що було написано. Мешканець дізнається, хто тепер опікується зверненням.
transfer-nobody = Зараз це звернення нікому передати.
transfer-places-button = Інша громада
transfer-share-button = Спільна черга дільниці
transfer-to-all = усім офіцерам дільниці «{ $area }», хто візьме першим
transfer-where = До якої громади передати? Оберіть або напишіть назву.
transfer-no-such-place = Серед громад області, які є в боті, такої не знайдено. Напишіть інакше.
transfer-nowhere = Інших громад області в боті ще немає.
transfer-which-area = До якої дільниці передати?
transfer-to-coordinators = { $place }: координаторам, бо дільниць там ще немає
transfer-to-giver = Тому, хто передав Вам це звернення
transfer-to = Кому: { $name }.
transfer-ask-word = Напишіть колезі кілька слів або передайте без них. Мешканець цього не побачить.
transfer-no-word-button = Передати без слів
transfer-given = Передано.
transfer-done = { $number }: передано.
transfer-word-in-words = Колезі потрібно написати текстом.
transfer-word-too-long = Задовго. Напишіть коротше, найбільше знаків: { $limit }.
transfer-word-failed = { $number }: Ваші слова колезі не вдалося показати. Вони є в історії звернення.
transfer-back-button = Повернути
transfer-not-back = Повернути це звернення вже не можна. Його можна передати.

## For the new desk

transfer-from = Звернення передано Вам. Від кого: { $name }.
transfer-from-coordinator = Звернення передав Вам координатор.
transfer-word = Нотатка колеги. Мешканець її не бачить:
transfer-word-in-history = Є кілька слів від колеги: вони в історії.
