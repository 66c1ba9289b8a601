# Notes of a case: the people at its desk write them for each other. No resident ever reads one.

note-button = Note
note-head = { $readers ->
    [coordinators] 📝 Note · coordinators only
   *[officers] 📝 Note · officers only
}
note-title = { note-head } · { $number }
note-prompt = Write the note. The resident will not see it.
note-kept = Saved. If you edit your message, the note changes, too.
note-deleted = The note was deleted.
note-delete-button = Delete the note
note-not-kept = The note was not saved: the case is no longer with you, was merged, or was erased. What you wrote is in this chat only.
note-in-words = A note has to be written in words. This was neither passed on nor saved.
note-gone = This note is gone.
note-count = 📝 Notes: { $count }
