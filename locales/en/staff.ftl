# Who is entrusted with what; a lost telephone.

## Coordinators of one's own places

staff-button = Coordinators and access
staff-title = Coordinators and access
staff-explained = Here are the other coordinators, and those whose access is locked.
staff-nobody = There are no other coordinators here, and nobody's access is locked.
staff-country = the whole country
staff-since = { $place } · { $date }
staff-locked-label = { $name } · locked
staff-coordinates = Coordinates: { $place }. Begin: { $date }
staff-speaks-for = Speaks for: { $place }. Begin: { $date }
staff-is-locked = Access is locked. Until it is unlocked this person sees nothing here.
staff-end-button = End: { $place }
staff-end-means =
    The person stops coordinating and sees nothing from here. Their cases wait in the queue, their invitations are void. The other coordinators are told.
staff-others-read = Other coordinators read the cases.
staff-nobody-reads = There are no other coordinators here. Nobody will read cases without an officer.
staff-end-yes-button = Yes, end it
staff-ended = Ended.
staff-part-ended-you-coordinator = You no longer coordinate: { $place }.
staff-part-ended-you-council = You no longer speak for the community. { $place }.
staff-part-ended-title = A coordinator's role has ended
staff-part-ended = This person's invitations that nobody has accepted are void. If you did not expect this, tell the bot's operator.

## A lost telephone

staff-lock-button = Lock: telephone lost
staff-lock-means =
    From now on the person sees nothing here. Their open cases go to others, and the messages of them leave their chat as far as Telegram lets us. You can unlock here again.
staff-lock-yes-button = Yes, lock
staff-locked-now = Access is locked.
staff-unlock-button = Unlock
staff-unlocked-now = Access is open.
staff-not-yourself = Nobody can lock themselves or take themselves off an area. Another coordinator does. Is your telephone lost? Use the code on paper: /lock CODE.
staff-nothing-changed = This is done already.
staff-locked = This person's access as staff is locked. A coordinator has to unlock it first.
staff-locked-you = Your access as staff is locked. If you have your telephone again, please ask a coordinator.
staff-unlocked-you = Your access as staff is open again.
staff-locked-by-code = The access that belongs to this code is locked. The coordinators have been told.
staff-posts-locked-title = An officer's access is locked
staff-posts-locked = The telephone is lost. Open cases have gone to another officer of the area, or to the queue where there is none.
staff-posts-unlocked-title = An officer's access is open again
staff-posts-unlocked = The officer again sees those cases of their area that nobody has taken yet.
staff-part-locked-title = A coordinator's access is locked
staff-part-locked = The telephone is lost. The cases that this person worked wait in the queue.
staff-part-unlocked-title = A coordinator's access is open again
staff-part-unlocked = This person coordinates again.
staff-code-title = A code in case you lose your telephone
staff-code =
    { $code }
    Copy the code to paper and delete this message. Is your telephone lost? Write to this bot from any Telegram: /lock and the code. Or open { $link }
    The bot closes your access as staff at once.
staff-lock-how = Have you lost your telephone? Write /lock and the code on paper that the bot gave you with your post.
staff-code-wrong = There is no such code. Please check the letters. If it does not work, call a coordinator, who can lock your access with two presses.
