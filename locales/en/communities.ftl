# The coordinator: communities and their service areas.

coordinator-title = Coordinator
coordinator-oblast = Oblast: { $oblast }
coordinator-country = The whole country
coordinator-queue-button = Queue: { $count }
coordinator-proposals-button = Waiting to be confirmed: { $count }
coordinator-pauses-button = Paused cases: { $count }
coordinator-holds-button = Kept longer: { $count }
coordinator-communities-button = Communities: { $count }
coordinator-communities-title = Communities
coordinator-no-communities = There are none yet. Add the first.
coordinator-add-button = Add a community
coordinator-find-title = Add a community
coordinator-find = Write the name of the community or of a village.
coordinator-type-name = To find one, type its name.
coordinator-listed = Choose a community, or type its name more exactly.
coordinator-not-listed = No such community was added. Type it another way.
area-no-such-settlement = This community has no such settlement. Type it another way.
coordinator-found = Choose a community. One that was added already opens its page.
coordinator-found-nothing = None found in your oblast. Write it another way.
coordinator-found-more = There are more like it. If yours is missing, write the name more exactly.
coordinator-found-button = { $name } ({ $raion } raion)
coordinator-enrolment-none = Residents cannot write yet: there is no officer.
coordinator-enrolment-paused = Taking part is paused. The bot takes no new cases; open ones go on.
coordinator-enrolment-ended = Taking part has ended. Residents cannot write.
coordinator-enrolment-unserved = There is no officer now. New cases of residents wait in the queue.
coordinator-enrolment-active = Residents can write.
coordinator-no-areas = There are no service areas. Make the first.
coordinator-area-button = { $name } · officers: { $count }
coordinator-new-area-button = New area

## The check of service areas

areas-check-button = Check the areas: { $count }
areas-check-title = Check of the areas
areas-check-none = Nothing is wrong.
areas-check-no-rest = No area serves the rest of the community. A resident who named no settlement comes to the queue.
areas-check-unserved = { $name }: no area serves it
areas-check-shared = { $name }: several areas serve it, cases come to the queue
areas-check-elsewhere = { $name }: in the register it is in another community
areas-check-empty = Area { $name }: serves nothing

## Service areas

area-new-title = New area
area-ask-name = Write the name of the area, for example: Північна.
area-wrong-name = The name must be short. Characters at most: { $limit }.
area-rename-title = New name
area-now = Now: { $name }
area-serves-whole = Serves the whole community but for the villages of other areas.
area-serves = { $count ->
    [one] Serves { $count } settlement.
   *[other] Serves { $count } settlements.
}
area-serves-nothing = Serves nothing yet. Choose settlements, or the whole community.
area-no-officer = There is no officer. Cases wait in the queue.
area-invite-button = Invite an officer
area-invitations-button = Invitations: { $count }
area-settlements-button = Settlements
area-settlements-title = Settlements
area-whole-button = Serves the whole community
area-some-button = Only some settlements
area-whole-already = Another area serves the whole community. Change that one first.
area-tick = ✓ means: served by this area. Press to change.
area-ticked-button = ✓ { $name }
area-elsewhere-button = { $name } · now: { $area }
area-move-title = Move the settlement?
area-move-from = Served now by: { $area }
area-move-to = To be served by: { $area }
area-move-button = Yes, move
area-rename-button = Rename
area-common-queue = All officers of the area see new cases; the first one to accept has it.
area-in-turn = New cases are given to the officers of the area in turn.
area-in-turn-button = Give cases in turn
area-common-queue-button = Common queue
area-sharing-changed = Changed. The officers were notified.
area-sharing-title = New cases are shared otherwise
area-sharing-kept = What you have already stays with you.
area-close-button = Close the area
area-close-title = Close the area?
area-officers = Officers: { $count }.
area-closing-means =
    Its officers lose this area, its invitations become void.
    Its cases go to the area of the whole community; where there is none, to the queue.
area-close-yes-button = Yes, close
area-closed = The area is closed.

invitation-ask-name-title = Whom do you invite?
invitation-ask-name = Write the officer’s first name and surname, for example: Іван Петренко.
invitation-ask-name-why = When the person opens the link, you compare whether it is them.
invitations-title = Invitations
invitations-open = Open invitations:
invitations-none = There are no invitations.
invitation-line = { $name } · until { $time }
invitation-revoke-button = Revoke · { $name }
invitation-proposal-button = Waits to be confirmed · { $name }
invitation-too-many = No more people can be invited. Open here at most: { $limit }. Revoke one: “Invitations” on the area’s page.
invitation-revoked = The invitation is revoked.

## Marks: near the front, occupied

mark-is-front = The community is near the front.
mark-is-occupied = The community is occupied.
mark-front-on-button = Mark: near the front
mark-front-off-button = No longer near the front
mark-occupied-on-button = Mark: occupied
mark-occupied-off-button = No longer occupied
mark-front-on-title = Is the community near the front?
mark-front-off-title = Is it no longer near the front?
mark-occupied-on-title = Is the community occupied?
mark-occupied-off-title = Is it no longer occupied?
mark-front-on-means =
    Residents do not see the station, the places and the office hours: only “by appointment”.
    There are no reminders of office hours.
    Cases, answers and notices work as before.
mark-front-off-means = Residents see the station, the places and the office hours again, and get reminders.
mark-occupied-on-means =
    The bot sends nothing by itself to residents or to the community’s chats: no notices, no reminders, no answers.
    The bot takes no new cases and stores nothing new. Residents’ drafts are deleted.
    Open cases stay. A resident reads an answer when they open the case themselves, and can write back there.
    The station, the places and the office hours are hidden.
mark-occupied-off-means =
    The bot takes cases again, and sends answers, notices and reminders.
    What was not sent does not come separately: the resident sees it in their cases.
mark-open-cases = Open cases: { $count }.
mark-front-on-yes-button = Yes, near the front
mark-front-off-yes-button = Yes, no longer near the front
mark-occupied-on-yes-button = Yes, occupied
mark-occupied-off-yes-button = Yes, no longer occupied
mark-front-on-done = Marked: near the front
mark-front-off-done = The community is no longer near the front
mark-occupied-on-done = Marked: occupied
mark-occupied-off-done = The community is no longer occupied

# What is different in a community from the country: telephone numbers and the curfew.
local-facts-title = Numbers and curfew
local-facts-none = All is as in the whole country.
local-facts-choose = What is different in this community?
local-fact-curfew = Curfew
local-fact-no-curfew = none
local-fact-own = { $title }: { $value } (checked { $checked })
local-fact-old = { $title }: { $value } (not checked since { $checked })
local-fact-none = Nothing is set for the community.
local-fact-country = In the country: { $value }
local-fact-not-in-country = The country has no such number.
local-fact-write-button = Set for the community
local-fact-checked-button = Checked today
local-fact-forget-button = As in the whole country
local-fact-checked-done = Noted: checked today
local-fact-forget-done = As in the whole country now
local-fact-ask-number = Write the number as it is dialled. Call it first.
local-fact-ask-curfew = Write when it begins and ends, for example: 21:00-6:00. If there is none, write “none”.
local-fact-not-a-number = This is no number. Write digits only, for example: 061 212 34 56
local-fact-not-a-curfew = These are no hours. Write like this: 21:00-6:00. If there is none, write “none”.
local-facts-old-title = Numbers not checked for long
local-facts-old = Check the numbers and the curfew of these communities, and press “Checked today”.
curfew-changed-title = Curfew: { $curfew }
curfew-changed = Check the office hours: there can be none during the curfew.
