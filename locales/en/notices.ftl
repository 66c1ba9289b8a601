# Prevention notices: their topics, the form, the progress, the report.

topic-fraud-phone = Phone fraud
topic-fraud-online = Fraud on the internet
topic-theft-home = Thefts from homes and yards
topic-mines = Mine safety
topic-domestic = Domestic violence
topic-road = Road safety
topic-children = Safety of children
topic-missing = Missing people
topic-wanted = Wanted by the police
topic-curfew = Curfew
topic-evacuation = Evacuation
topic-strangers = Suspicious people and cars
topic-fire-env = Fires, burning, floods
topic-weapons = Weapons: handing in, registering
topic-drugs = Drugs
topic-reception = Office hours
topic-hours = Reminders of office hours
topic-community = Community events

## What a reader sees

notice-urgent-title = Urgent: { $topic }
notice-from = From: { $rank } { $name }
notice-from-community = From the community
notice-from-police = From: the police
notice-corrected = Corrected: { $time }
notice-files-left-out = A photo or a file cannot be sent here.
notice-ask-button = Ask the officer
leave-topic-button = Turn off “{ $topic }”
notice-covered = There is a new notice for you.
notice-open-button = Show
notice-hide-button = Hide
notice-withdrawn = This notice was withdrawn.
notice-found-words = The person has been found. Thank you to everyone who helped.

## The way in

notices-menu-button = Notify residents
notices-title = Notices to residents
notices-explained = A notice goes to everyone who lives where you choose, except those who turned its topic off.
notice-new-button = New notice
notice-mine-button = My notices
notice-others-button = Notices of others
notices-mine-title = My notices
notices-others-title = Notices of others
notices-none = There are no notices yet.
notice-list-button = { $day } · { $status ->
    [draft] draft
    [waiting] waiting
    [withdrawn] withdrawn
   *[sent] sent
} · { $topic }

## The form

notice-topic-title = New notice
notice-choose-topic = What is it about? Choose a topic.
notice-urgency-title = Is it urgent?
notice-urgent-means = An urgent one comes at any hour, silently at night (evacuation with sound).
notice-ordinary-means = An ordinary one waits for the morning. Quiet hours: { $start }–{ $end }.
notice-urgent-button = Urgent
notice-ordinary-button = Ordinary
notice-write = Send the text in Ukrainian, or a photo, video, album or file with a caption.
notice-write-words-alone = Send the text in Ukrainian, without files. A resident reads it after pressing “Show”.
notice-contents = So far: { $kinds }.
notice-text-begins = Text: “{ $text }”
notice-add-more = You can add files. A new text replaces the former.
notice-no-words = The text in Ukrainian is missing. Send it.
notice-rewrite-button = Write it again
notice-english-title = In English, if you like
notice-write-english = Send the same text in English, for those who read it.
notice-has-english = There is an English text. A new one replaces it.
notice-without-english-button = Ukrainian only
notice-audience-title = Who gets it
notice-choose-audience = Choose everything or single places. You can type the name of a community or village.
notice-everywhere = Everywhere I work
notice-ticked-button = ✓ { $name }
notice-area = { $community } · { $area }
notice-partly-button = { $name } · chosen: { $count }
notice-all-of-it = All of it
notice-nowhere-named = Those who named no settlement
notice-tick = ✓ means: they get it. Press to change.
notice-ready-button = Done
notice-serves-nothing = Without settlements so far: { $area }. The coordinator adds them.
notice-nowhere = Your area has no settlements yet, so there is nobody to notify. Ask the coordinator to add them.
notice-no-communities = There are no communities yet, so there is nobody to notify. First: “Coordinator”, then “Add a community”.
notice-chats-on-button = ✓ The community’s chats too
notice-chats-off-button = The community’s chats: no
notice-time-title = When to send it
notice-choose-time = Choose or type, for example: tomorrow at 9, or 25.11 18:30.
notice-now-button = Now
notice-time-button = { $day } { $time }
notice-end-title = When is the notice out of date?
notice-choose-end = Choose how long, or type a day and a time.
notice-ends = After that the bot does not send it any more. What was sent stays in the chats.
notice-missing-ends = After that the search and its photo are removed from the chats.
notice-days-button = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
notice-endless-button = No end
notice-press-one = Press one of the buttons above. Or type “Cancel”.
notice-cancelled = The draft was deleted.

## What not to say

notice-caution-positions = Careful: no places of strikes, troops or air defence (CC article 114-2).
notice-caution-names = Careful: no names of victims or children.
notice-caution-ethnic = Careful: do not name anybody’s ethnicity.
notice-caution-approved = Careful: only a text approved by the police press office.
notice-caution-consent = Careful: a photo only with the consent of relatives or the police.
notice-file-not-cleaned = Note: the file could not be cleaned. It may show who made it and where.
notice-file-names = Careful: a file keeps its name, and everybody sees it.

## Preview and sending

notice-preview-title = Check it and send it
notice-where = To: { $places }.
notice-places-in = { $unit } ({ $settlements })
notice-more-places = { $count } more
notice-reach = It goes to: { $whom }.
notice-reach-about = It goes to about: { $whom }.
notice-residents = { $count ->
    [one] { $count } resident
   *[other] { $count } residents
}
notice-groups = { $count ->
    [one] { $count } group
   *[other] { $count } groups
}
notice-channels = { $count ->
    [one] { $count } channel
   *[other] { $count } channels
}
notice-goes-now = It goes at once.
notice-goes-at = It goes { $day } at { $time }.
notice-goes-in-the-morning = Quiet hours: it goes at { $time } ({ $day }).
notice-holds-until = It holds until { $time }.
notice-send-button = Send
notice-urgent-word = urgent
notice-ask-word-title = Confirm with a word
notice-ask-word = To send it, type: { $word }
notice-not-confirmed = To send an urgent one, type the word on the screen. Or “Cancel”.

## What cannot be

notice-is-past = This notice has changed. Now it is: { $status ->
    [draft] a draft
    [waiting] waiting
    [withdrawn] withdrawn
   *[sent] sent
}.
notice-too-long = The text is too long. Characters at most: { $limit }.
notice-too-many-files = Too many files. At most: { $limit }.
notice-not-a-file = You can add photos and videos, or files, but not together, and nothing else.
notice-words-alone = On this topic we send words only, without files.
notice-no-such-place = There is none among your places. Type it differently, or press a button.
notice-nobody-chosen = First choose who gets it.
notice-too-far = That is too far ahead. A notice can be sent within 60 days.
notice-needs-an-end = It needs an end, after it is sent.
notice-own = This is your notice: another person has to confirm it.
notice-not-yours-now = The notice was not sent: you no longer work where it was to go.
notice-may-have-gone = Your notice is a draft again, under “My notices”. The bot was restored from a backup, so it is unknown whether it was sent: look in the chats, and send it if it is needed.

## A second coordinator

notice-second-title = Urgent, to most communities of the oblast
notice-second-asked = It does not go without your confirmation.
notice-confirm-button = I confirm, send it
notice-decline-button = Do not send it
notice-confirmed = Confirmed.
notice-you-declined = Not sent. Its author has the draft again.
notice-declined = The notice was not confirmed. It is a draft again, under “My notices”.
notice-other-corrected = It was corrected. This is how it reads now.
notice-look-button = Open the notice
notice-awaits-second = Waits for a second coordinator to confirm it.

## How it stands

notice-unsent = You have not sent this notice yet
notice-unsent-until = The bot keeps the draft until { $time }.
notice-draft-gone = The time is over and the draft of your notice is deleted. Please write it again.
notice-status-draft = A draft, not sent yet.
notice-status-waiting = Waits for its time.
notice-status-sent = Going out.
notice-status-withdrawn = Withdrawn: it is taken away from those who had it.
notice-over-sent = Sent.
notice-over-withdrawn = Withdrawn.
notice-was-found = The person was found, the photo is being removed. { $time }
notice-paused = Paused.
notice-planned = Planned: { $count }
notice-delivered = Delivered: { $count }
notice-unreachable = Unreachable: { $count }
notice-held = Waiting until the chat lets the bot post: { $count }
notice-unknown = Not known whether it came: { $count }
notice-left = Left: { $count }
notice-left-a-minute = About a minute to go.
notice-left-minutes = Minutes to go: { $count }
notice-left-hours = Hours to go: { $count }
notice-go-on-button = Go on
notice-preview-button = Preview and send
notice-read-button = Read
notice-take-back-button = Back to the drafts
notice-is-draft-again = A draft again.
notice-pause-button = Pause
notice-resume-button = Go on sending
notice-correct-button = Correct
notice-withdraw-button = Withdraw
notice-withdraw-title = Withdraw the notice?
notice-withdrawing-means = Nobody else will get it. For those who have it, it disappears or changes to “withdrawn”.
notice-withdraw-yes-button = Yes, withdraw
notice-found-button = Found
notice-found-title = Was the person found?
notice-finding-means = The photo will be removed from the chats. Whoever got the search will read that the person was found.
notice-found-yes-button = Yes, found
notice-correct-title = A correction
notice-write-correction = { $language ->
    [en] Send the new text in English. Now it says:
   *[uk] Send the new text in Ukrainian. Now it says:
}
notice-correct-other-button = { $language ->
    [en] Correct the English text
   *[uk] Correct the Ukrainian text
}
notice-correcting-means = So it reads to everyone: who has it, and who will get it.
notice-send-correction-button = Send the correction

## The report

notice-report-title = Report on the notice
notice-report-sent = All is sent.
notice-report-corrected = The correction has been sent.
notice-report-withdrawn = All is withdrawn.
notice-report-nobody = There was nobody to get it.
notice-report-text-alone = As text alone, for the chat takes no photos and files: { $count }
notice-report-private = Residents: { $outcome }
notice-report-group = Groups: { $outcome }
notice-report-channel = Channels: { $outcome }
notice-report-area = Residents, { $area }: { $outcome }
notice-report-more = More areas: { $count }
notice-outcome-delivered = delivered { $count }
notice-outcome-refused = unreachable { $count }
notice-outcome-held = waiting for rights { $count }
notice-outcome-unknown = not known { $count }
notice-outcome-void = not sent { $count }

## What a council proposes

notice-proposal-button = Propose a notice
notice-proposal-title = A notice from the community
notice-proposal-choose-topic = What is it about? “Community events” go out immediately; the rest is first read by an officer or the coordinator.
notice-proposal-write = Write the text in one message. Residents will read: “From the community”.
notice-proposal-write-own = Write the text in one message. It goes to residents immediately: “From the community”.
notice-proposal-sent = Sent. An officer or the coordinator will read it, and publish, change or refuse it. The bot will tell you.
notice-proposal-going = The notice is going out to the residents of the community.
notice-proposal-came-title = The community proposes a notice
notice-proposal-by = Author: { $post }, { $name }
notice-proposal-take-button = Take and prepare
notice-proposal-refuse-button = Refuse
notice-proposal-why-title = Why?
notice-proposal-why = Write why the notice will not be published. Its author will read it.
notice-proposal-is-refused = The author has been told.
notice-proposal-refused = Your notice is not published. Reason: { $reason }
notice-proposal-published = Your notice is going out to residents.
notice-proposal-dropped = Your notice is not published: its draft was cancelled.
notice-proposal-decided = This notice has been decided already.
notice-proposal-lapsed = Its author does not represent the community any more. It cannot be published.
notice-proposal-too-many = { $limit } of your notices wait already. Wait for an answer.
notice-sent-button = Notices
notice-sent-title = Notices to the community
notice-sent-line = { $day } · { $topic }
