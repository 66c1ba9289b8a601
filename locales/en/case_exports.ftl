# A case as a file, for its desk.

case-export-button = Save as PDF
case-export-files-button = PDF and files (ZIP)
case-export-coming = The file will come in a moment.
case-export-here =
    { $number }: the case as a file.
    It holds personal data. Give it only to people who have a right to it.
case-export-failed = { $number }: the file could not be sent. Please try again.

## In the file

case-export-title = Case { $number }
case-export-warning =
    This is a record of a conversation in the bot. It is neither a crime report nor an official appeal under Law 393/96-VR.
    The number is internal: the bot gave it.
case-export-subject = Subject
case-export-status = Status
case-export-place = Place
case-export-resident = Resident
case-export-phone = Phone
case-export-channel = Came by
case-export-consent = Consent
case-export-officer = Worked by
case-export-sent = Received
case-export-answered = First answer
case-export-closed = Closed
case-export-marks = Marks
case-export-entries = Messages and acts
case-export-files = Files
case-export-size = { $kilobytes } KB
case-export-left-too_large = not included: too large
case-export-left-unavailable = not included: not available
case-export-left-unknown = not included: a file of this kind cannot be cleaned
case-export-left-broken = not included: the file is broken
case-export-left-locked = not included: locked with a password
case-export-made = Made { $time }. For: { $who }.
