# Notes of a case: the people at its desk write them for each other. No resident ever reads one.

note-button = Нотатка
note-head = { $readers ->
    [coordinators] 📝 Нотатка · бачать лише координатори
   *[officers] 📝 Нотатка · бачать лише офіцери
}
note-title = { note-head } · { $number }
note-prompt = Напишіть нотатку. Мешканець її не побачить.
note-kept = Збережено. Якщо зміните своє повідомлення, зміниться й нотатка.
note-deleted = Нотатку видалено.
note-delete-button = Видалити нотатку
note-not-kept = Нотатку не збережено: звернення вже не у Вас, об’єднане або видалене. Написане лишилося тільки в цьому чаті.
note-in-words = Нотатку потрібно написати словами. Це нікому не передано й не збережено.
note-gone = Цієї нотатки вже немає.
note-count = 📝 Нотатки: { $count }
