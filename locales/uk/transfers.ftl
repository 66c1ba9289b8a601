# Giving a case to another desk.

transfer-button = Передати
transfer-whom = Кому передати? Колега отримає все, що було написано. Мешканець дізнається, хто тепер опікується зверненням.
transfer-nobody = Зараз це звернення нікому передати.
transfer-places-button = Інша громада
transfer-where = До якої громади передати?
transfer-nowhere = Інших громад області в боті ще немає.
transfer-which-area = До якої дільниці передати?
transfer-to-coordinators = { $place }: координаторам, бо дільниць там ще немає
transfer-to-giver = Тому, хто передав Вам це звернення
transfer-to = Кому: { $name }.
transfer-ask-word = Напишіть слово колезі або передайте без слів. Мешканець цього не побачить.
transfer-no-word-button = Передати без слів
transfer-given = Передано.
transfer-done = { $number }: передано.
transfer-word-in-words = Слово колезі потрібно написати текстом.
transfer-word-too-long = Слово задовге. Напишіть коротше, найбільше знаків: { $limit }.
transfer-word-failed = { $number }: Ваше слово колезі не вдалося показати. Воно є в історії звернення.
transfer-back-button = Повернути
transfer-not-back = Повернути це звернення вже не можна. Його можна передати.

## For the new desk

transfer-from = Звернення передано Вам. Від кого: { $name }.
transfer-from-coordinator = Звернення передав Вам координатор.
transfer-word = Нотатка колеги. Мешканець її не бачить:
transfer-word-in-history = Є слово колеги: воно в історії.
