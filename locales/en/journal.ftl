# Under which number the police registered the crime of which a case shows signs.

journal-button = Journal number, date
case-journal = Journal (ЄО): No. { $number }, { $day }
journal-ask = Write the number and the date in the journal of the police (ЄО): 12345 of 03.12.2026.
journal-for-desk = The resident does not see it.
journal-ask-day = Which day? Write the date: 03.12.2026.
journal-today-button = Today
journal-noted = { $number }: the number in the journal was noted.
unmark-crime-button = No signs of a crime
unmark-crime-ask = Why are there no signs of a crime? Write the reason, the history will show it.
unmark-crime-done = { $number }: marked as without signs of a crime.
journal-removed = The number in the journal was taken out.
journal-remove-button = Take out the number
journal-not-understood = This is no number of the journal. Write: 12345 of 03.12.2026.
journal-wrong-day = There can be no such date. Write: 03.12.2026.
