# What is due, and overdue: answers, and the resolution of cases.

deadline-soon = The answer is due soon.
deadline-due = The answer is overdue.
deadline-resolve-soon = The resolution is due soon.
deadline-resolve-due = The resolution is overdue. Close what is resolved.
deadline-list-button = All such cases
deadline-more = And { $count } more
deadline-longer = The answer is late. Expect it by { $date }.
deadline-open-button = Open the case
deadline-morning = Waiting: { $waiting }
deadline-morning-overdue = Waiting: { $waiting }, overdue: { $overdue }

overdue-title = Overdue cases
overdue-explained = An answer or the resolution is overdue.
overdue-empty = Nothing is overdue.
overdue-nobody = Not taken by anyone yet
overdue-since = Was due: { $date }
overdue-unresolved-since = Was due to be resolved: { $date }
overdue-late-title = The officer has not answered in time
overdue-unresolved-title = Not resolved in time
overdue-button = All overdue cases
overdue-count-button = Overdue: { $count }
without-officers-title = Communities without an officer
without-officers-explained = No officer here can be reached by the bot. Coordinators see the cases.
without-officers-none = Every community has an officer.
without-officers-button = Communities without an officer: { $count }
