# The directory as a form: what coordinators read. The words of the form itself are in domain/directory.py.

directory-button = Directory
directory-title = Directory
directory-about = Communities, areas, offices, office hours and officers in one Excel table.
directory-stays = What is not in the file stays as it is.
directory-template-button = Get the form
directory-export-button = Export the directory
directory-send-button = Send a file
directory-send-another-button = Send another file
directory-file-coming = The file is being made.
directory-file-name = Directory.xlsx
directory-findings-name = Findings.xlsx
directory-template-here = The empty form of the directory. The first sheet says how to fill it in.
directory-export-here = The directory of your communities. You can correct it and send it back.
directory-findings-here = Your rows, explained in the last column. Correct them here and send the file again.

## Sending a file

directory-ask-file-title = Send the file
directory-ask-file = Send the Excel table (.xlsx) as one file.
directory-ask-file-checked = The bot checks it first and shows what would change. Nothing changes until you confirm.
directory-file-expected = One Excel file (.xlsx) is needed. Send it or press “Cancel”.
directory-too-large = The file is too large. Megabytes at most: { $limit }.
directory-not-a-spreadsheet = This is not an Excel table (.xlsx). Save it in that format and send it again.
directory-broken = The file cannot be read: it is damaged or too large. Save it again, or get a new form.
directory-not-the-form = The file has no sheet of the directory. Get the form and fill it in.
directory-failed = The file could not be processed. Please send it again.

## What comes of it

directory-state-reading = Reading the file
directory-state-checking = Checking the file
directory-state-checked = The file is checked
directory-state-confirmed = Changing the directory
directory-state-applying = Changing the directory
directory-state-done = The directory is changed
directory-state-cancelled = Cancelled
directory-state-refused = The file was not read
directory-nothing-yet = The bot will tell you how it ended.
directory-changed-since = Something has changed in the directory since. Please look again.
directory-count-communities = Communities in the file: { $count }
directory-count-errors = Rows with errors: { $count }
directory-count-notes = Rows with remarks: { $count }
directory-count-created = New: { $count }
directory-count-changed = Changed: { $count }
directory-count-same = Unchanged: { $count }
directory-put-right = Nothing changes while there are errors. Correct them and send the file again.
directory-all-same = All of it is so already. There is nothing to change.
directory-not-carried-out = Nothing was changed in communities with errors. Correct these rows and send the file again.
directory-carry-out-button = Change the directory
directory-findings-button = File with the findings
directory-cancelled = Cancelled. Nothing was changed.
directory-line = “{ $page }”, row { $row }: { $finding }
directory-level-error = Error: { $finding }
directory-level-note = Remark: { $finding }
directory-level-created = New: { $finding }
directory-level-changed = Change: { $finding }
directory-level-same = { $finding }

## What is said of a row

directory-same = unchanged
directory-community-added = the community is added
directory-step-made = new step: “{ $step }”
directory-step-not-here = the step stays “{ $step }”. Another one is noted in the bot, on the page “Joining the project”
directory-step-unknown = there is no such step. You can write: “{ $steps }”
directory-area-made = the area is added
directory-settlement-served = the area will serve it
directory-settlement-moves = the area will serve it. Until now it was the area “{ $area }”
directory-rest-of-another = the area “{ $area }” serves the rest of the community. First change that in the bot
directory-two-areas = row { $row } has it already, area “{ $area }”. Leave it in one
directory-area-named-twice = several areas are called “{ $area }”. First rename them in the bot
directory-area-unknown = there is no area “{ $area }”. Write it on the sheet of areas
directory-office-made = the office is added
directory-office-placed = new place on the map
directory-office-named-twice = another row has an office with this address
directory-office-unknown = there is no such address. Write it on the sheet “{ $page }”
directory-not-degrees = latitude and longitude are numbers, such as 47.71 and 35.53. Both are needed
directory-not-in-ukraine = this place is not in Ukraine. Are latitude and longitude mixed up?
directory-post-wanted = will wait to be invited
directory-officer-unknown = there is no such officer. Write them on the sheet “{ $page }”
directory-officer-named-twice = several officers have this name. Set the hours in the bot
directory-hours-added = the hours are added
directory-not-days = days are written like this: “пн, ср” or “пн-пт”
directory-not-a-repeat = choose from the list how it repeats
directory-not-a-time = a time is written like this: 9:00
directory-not-a-day = a day is written like this: 01.12.2026
directory-not-yours = this community is not in your oblast
directory-takes-no-part = the community is not in the bot yet. Write it on the sheet “{ $page }”
directory-duplicate = the same as row { $row }. Leave one
directory-cell-missing = empty: “{ $heading }”
directory-cell-formula = a formula in the column “{ $heading }”. Write the value
directory-cell-error = an error of Excel in the column “{ $heading }”. Write the value
directory-cell-merged = merged cells in the column “{ $heading }”. Unmerge them and fill in each
directory-heading-missing = the column “{ $heading }” is missing
directory-heading-unknown = the bot does not read the column “{ $heading }”
directory-community-missing = neither a code nor a name of a community
directory-code-unknown = the register has no code { $code }
directory-other-name = by its code it is “{ $name }”. Correct the code or the name
directory-name-unknown = the register has no name “{ $name }”
directory-name-similar = the register has no name “{ $name }”. Perhaps: “{ $similar }”
directory-name-several = several places are called “{ $name }”. Write the code

## On the first sheet of the form

directory-how-1 = The directory: how to fill it in
directory-how-2 = A community is named by its code in the register (KATOTTG) or by its name. Where several have the name, the code is needed.
directory-how-3 = “Громади” (communities): which take part. The step may be left out. Here only these are noted: обрано (chosen), запрошено (invited), розглядає (considering), згодна (agreed).
directory-how-4 = “Дільниці” (areas): a row for each settlement. “решта громади” is all that no other area names. A name alone is an area that serves nothing yet.
directory-how-5 = “Кабінети” (offices): where people are received. Latitude and longitude are numbers and may be left out.
directory-how-6 = “Офіцери” (officers): whom to invite to an area. Links are sent from the bot one by one, for they are soon over. The bot writes the state itself.
directory-how-7 = “Години” (hours): when an officer receives people. Days: “пн, ср” or “пн-пт”. Time: 9:00. Day: 01.12.2026. The hours of a person who does not serve yet begin with their service.
directory-how-8 = Sheets and columns may be moved, but not renamed. There must be no formulas and no merged cells.
directory-how-9 = What is not in the file stays as it is: a file deletes nothing.
directory-how-10 = The same file changes nothing the second time.

## An officer who is to be invited

wanted-button = Invite · { $name }
wanted-waits = The directory names this person. No link was sent yet.
wanted-invited = A link was sent. While it is good, no other is needed.
wanted-hours =
    { $count ->
        [one] Office hours will begin with the service: { $count } entry.
       *[other] Office hours will begin with the service: { $count } entries.
    }
wanted-invite-button = Invite
wanted-drop-button = Take off the list
wanted-dropped = Taken off.
