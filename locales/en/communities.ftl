# The coordinator: communities and their service areas.

coordinator-title = Coordinator
coordinator-oblast = Oblast: { $oblast }
coordinator-country = The whole country
coordinator-queue-button = Queue: { $count }
coordinator-proposals-button = Waiting to be confirmed: { $count }
coordinator-communities-button = Communities: { $count }
coordinator-communities-title = Communities
coordinator-no-communities = There are none yet. Add the first.
coordinator-add-button = Add a community
coordinator-find-title = Add a community
coordinator-find = Write the name of the community or of a village.
coordinator-found = Choose a community. One that was added already opens its page.
coordinator-found-nothing = None found in your oblast. Write it another way.
coordinator-found-more = There are more like it. If yours is missing, write the name more exactly.
coordinator-found-button = { $name } ({ $raion } raion)
coordinator-enrolment-preparing = Residents cannot write yet: there is no officer.
coordinator-enrolment-active = Residents can write.
coordinator-no-areas = There are no service areas. Make the first.
coordinator-area-button = { $name } · officers: { $count }
coordinator-new-area-button = New area

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
