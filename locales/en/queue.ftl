# The queue: cases that no officer has.

queue-title = Queue
queue-explained = Nobody has taken these cases yet.
queue-empty = The queue is empty.
queue-withheld = Cases: { $count }. They open for you on { $time }, because they came to the queue by what you did. The other coordinators see them now. Danger, and what a resident adds, you see at once.
queue-line = { $place }, waits for: { $days }.
queue-line-new = { $place }, waits for less than a day.
queue-overdue = Overdue!
queue-complaint = A complaint about an officer. No officer sees it. Each reading is noted.
queue-reading-is-noted = Each reading is noted.
queue-open-button = Read
queue-give-button = Give to an officer
queue-give-to = To whom? The officer gets all that was written.
queue-no-officers = There is no officer in this community yet.
queue-given = Given.
queue-no-complaint-to-officers = A complaint about an officer cannot be given to an officer.
queue-not-to-oneself = You cannot give a case to yourself. Answer it from the queue, or give it to another officer.
queue-no-other-officers = There is no other officer in this community. You cannot give a case to yourself: answer it from the queue.
queue-nobody-to-give = There is nobody now to whom this case could be given. Answer it from the queue.
queue-left-title = Cases without an officer
queue-left = New cases in the queue: { $count }.
queue-look-button = Open the queue
queue-resident-waits = { $number }: the officer of your case no longer serves here. It waits for another one. You have lost nothing.
queue-coordinator-left = { $number }: the coordinator of your case can no longer work on it. It waits for another one. You have lost nothing.
queue-complaint-unread = { $number }: nobody can read this complaint now. The bot keeps it. If you do not want to wait, contact the main police department of the oblast.
