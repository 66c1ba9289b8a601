# Invitations to a post, the officer's own page, dismissal.

## An invitation, as the invited person sees it

invitation-title = An invitation
invitation-to-coordinator = You are invited to be a coordinator. { $place }
invitation-to-officer = You are invited to serve as an officer. { $place }
invitation-from-operator = Invited by: the bot’s administrator.
invitation-from-coordinator = Invited by: the coordinator of the oblast’s police.
invitation-from-council = Invited by: the leadership of the community.
invitation-to-council = You are invited to speak for the community. { $place }
invitation-council = { $community }. { $post }.
invitation-oblast = Oblast: { $oblast }.
invitation-country = The whole country.
invitation-good-until = It works once, until { $time }.
invitation-accept-button = Accept the invitation
invitation-not-now-button = Not now
invitation-then-council = Then the police coordinator confirms that it is you. They see your name in Telegram.
invitation-then-officer = Then the coordinator of the oblast confirms that it is you. They see your name at Telegram.
invitation-then-coordinator = Then the bot’s administrator confirms that it is you. They see your name at Telegram.
invitation-void = This invitation is not valid. Ask the coordinator for a new one.
invitation-used = Another person has used this invitation. If it was sent to you, tell the person who sent it immediately.
invitation-own = You issued this invitation. Send the link to the person you invite. Only another coordinator can invite you to a post.
invitation-already-serves = You serve this area already.
invitation-already-proposed = You already wait here to be confirmed, by another invitation.
invitation-unnamed = no name

## The link, as the coordinator sees it

invitation-link-title-officer = A link for the officer
invitation-link-title-council = A link for the community
invitation-link-title-coordinator = A link for the coordinator
invitation-link-for = For: { $name }
invitation-link = { $link }
invitation-link-good-officer =
    Send it to the officer in person. It is shown here once.
    It works once, until { $time }. Then a coordinator confirms that it is the same person.
invitation-link-good-council =
    Send it to this person yourself. It is shown here once.
    It works once, until: { $time }. When they accept it, the bot asks to confirm that it is them.
invitation-link-good-coordinator = It works once, until: { $time }.

## A proposal, as the person who made it sees it

proposal-waits-title = Waiting to be confirmed
proposal-waits-officer = The coordinator of the oblast has to confirm that it is you. Until then no cases come here.
proposal-waits-council = It has to be confirmed that it is you. You will get a call.
proposal-waits-coordinator = The bot’s administrator has to confirm that it is you.
proposal-own-code = Code: { $code }. Read it out when you are called. The coordinator sees the same.
proposal-until = Waits until { $time }.
proposal-withdraw-button = Withdraw the request
proposal-confirmed-title = You are confirmed
proposal-confirmed-officer = You serve this area. Cases will come here.
proposal-confirmed-coordinator = You are a coordinator.
proposal-confirmed-council = You speak for the community. All you need is under the button “Council”.
proposal-over-title = Not confirmed
proposal-over-ask = If this is a mistake, ask for a new invitation.
post-fill-button = Next: phone and station

## A proposal, as the coordinators see it

invitation-accepted-title = The invitation was accepted
invitation-accepted = The person is filling in their details. Then the bot will ask you to confirm that it is them.
proposals-title = Waiting to be confirmed
proposals-line-button = { $name } · { $area }
proposals-none = Nobody waits to be confirmed.
proposal-title = Who accepted the invitation
proposal-expected = Invited: { $name }
proposal-account = Telegram: { $account }
proposal-other-name = Attention: the name is not that of the invitation.
proposal-code = Code: { $code }. Call the person on a number that you know: their screen must show the same.
proposal-means-officer = Once confirmed, the officer sees the cases of this area.
proposal-means-council = Once confirmed, they answer for the community in the bot. They see no cases of residents.
proposal-confirm-button = Confirm
proposal-decline-button = Decline
proposal-ended = { $state ->
    [confirmed] Confirmed.
    [declined] Declined.
    [withdrawn] The request was withdrawn.
    [revoked] The invitation was revoked.
   *[other] Nobody confirmed it in time.
}
proposal-already-ended = This is decided. { proposal-ended }
coordinator-joined-title = A new coordinator
coordinator-joined-unexpected = The bot’s administrator has confirmed them. If you did not expect this, contact the administrator.
proposal-own = Nobody confirms themselves. Another coordinator of the oblast or the coordinator of the country can.

## Taking a post

post-confirm-title = Please check
post-confirm = This is what residents will see.
post-propose-button = All correct, send
post-area = Community: { $community }. Area: { $area }.
post-empty = not given
post-now = Now: { $value }
post-position-pog = Police community officer
post-position-dop = District police officer
post-position-senior_dop = Senior district police officer

rank-private = Police Private
rank-corporal = Police Corporal
rank-sergeant = Police Sergeant
rank-senior-sergeant = Police Senior Sergeant
rank-junior-lieutenant = Police Junior Lieutenant
rank-lieutenant = Police Lieutenant
rank-senior-lieutenant = Police Senior Lieutenant
rank-captain = Police Captain
rank-major = Police Major
rank-lieutenant-colonel = Police Lieutenant Colonel
rank-colonel = Police Colonel

post-line-rank = Rank: { $value }
post-line-name = Name: { $value }
post-line-position = Position: { $value }
post-line-phone = Phone: { $value }
post-line-station = Station: { $value }

post-ask-rank-title = Rank
post-ask-rank = Choose your rank.
post-ask-name-title = First name and surname
post-ask-name = Write your first name and surname, for example: Іван Петренко.
post-ask-position-title = Position
post-ask-position = Choose your position.
post-ask-phone-title = Service phone
post-ask-phone = Write the number that residents will see, for example: 067 123 45 67.
post-ask-station-title = Police station
post-ask-station = Write the address of the station: village, street, house.

post-edit-rank-button = Change rank
post-edit-name-button = Change name
post-edit-position-button = Change position
post-edit-phone-button = Change phone
post-edit-station-button = Change station
post-clear-button = Remove

post-not-one-of-these = Choose from the list with a button.
post-not-a-name = This does not look like a first name and surname. Write two words in letters, for example: Іван Петренко.
post-not-a-phone = This does not look like a number. Write ten digits, for example: 067 123 45 67.
post-too-long = Too long. Write less. Characters at most: { $limit }.

post-guide-title = How to work
post-guide =
    A new case comes here as a card. Press “Accept”.
    To answer, swipe a message to the left and write.
    All of them: “Cases”. The card says what is due when. Close what is resolved.
    Without a sound: “My post”, “Quiet”. Danger always sounds.
    The bot does not replace 102. Is it about a crime? Advise the resident to call 102.
post-guide-button = How to work
post-mine-button = My post
post-mine-title = My post
post-more-button = More: card, chats, board
post-more-title = Card, chats and board
post-links = Links for residents, to be printed:

quiet-button = Quiet
quiet-title = Quiet
quiet-now = Quiet until { $time }.
quiet-daily = Quiet each day from { $begins } to { $ends }.
quiet-none = Messages make a sound now.
quiet-means = All comes as ever, only without a sound. Danger sounds even then.
quiet-until-morning-button = Until the morning, { $time }
quiet-daily-button = Each day at the same hours
quiet-end-button = End the quiet
quiet-begin-title = From which hour each day?
quiet-begins = Quiet from { $time }.
quiet-last-title = Until which hour?

## The coordinator and an officer

officer-title = Officer
officer-who = { $rank } { $name }
officer-serves = Serves here:
officer-dismiss-button = Take off the area
officer-dismissal-title = Take the officer off the area?
officer-open-cases = Cases in work: { $count }.
officer-dismissal-means =
    The officer loses access at once to all areas in your oblast.
    These and new cases go to another officer of the area; where there is none, to the queue.
officer-dismiss-yes-button = Yes, take off
officer-dismissed = Taken off.
officer-dismissed-you = You no longer work in the area “{ $area }” ({ $community } community).
officer-dismissed-somewhere = You no longer work in one of your areas.
officer-own-post = You serve here. Another coordinator of the oblast or the coordinator of the country can take you off your area, or change or close your area.
post-taken-title = An officer has taken a post
post-taken-cases = The officer now sees the cases of this area that nobody has taken yet. If you did not expect this, contact the coordinator of the oblast.
post-unreachable-title = An officer does not take the bot’s messages
post-unreachable = No other officer serves this area. Its cases wait in the queue until the officer is back.
post-reachable-title = An officer takes the bot’s messages again
post-reachable-back = With the officer again, not in the queue: { $numbers }
post-reachable-no-cases = None of the officer’s cases was in the queue.
post-reachable-kept = With those who took them meanwhile: { $numbers }
post-reachable-more = { $count } more
post-ended-title = An officer was taken off an area
post-ended-cases = Open cases have gone to another officer of the area; where there is none, to the queue.
area-closed-title = An area was closed
area-closed-officers = These officers no longer serve here:
area-closed-cases = Cases have gone to the area of the whole community; where there is none, to the queue.
officer-to-menu-button = To the menu
