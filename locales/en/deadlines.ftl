# Answers that are due, and overdue.

deadline-soon = The answer is due soon.
deadline-due = The answer is overdue.
deadline-list-button = All such cases
deadline-more = And { $count } more
deadline-longer = The answer is late. Expect it by { $date }.
deadline-open-button = Open the case
deadline-morning = Waiting: { $waiting }
deadline-morning-overdue = Waiting: { $waiting }, overdue: { $overdue }

overdue-title = Overdue cases
overdue-explained = Residents have waited longer than they were told.
overdue-empty = Nothing is overdue.
overdue-nobody = Not taken by anyone yet
overdue-since = Was due: { $date }
overdue-late-title = The officer has not answered in time
overdue-button = All overdue cases
overdue-count-button = Overdue: { $count }
without-officers-title = Communities without an officer
without-officers-explained = No officer here can be reached by the bot. Coordinators see the cases.
without-officers-none = Every community has an officer.
without-officers-button = Communities without an officer: { $count }
