# The daily letter to coordinators.

daily-title = The day in figures: { $day }
daily-nothing-read = Nobody opened a case in your communities.
daily-cases = Cases opened: { $count }
daily-readers = Opened by { $count ->
    [one] { $count } person
   *[other] { $count } people
}
daily-readings = Readings in all: { $count }
daily-audit-head = Audit log: entry no. { $head }
daily-audit-why = Keep this letter. By this line it is checked that nothing was taken out of the log.
daily-overdue = Cases overdue: { $count }
daily-silent = Does not answer: { $rank } { $name }, cases: { $count }
daily-without-officers = Communities without an officer: { $count }
