# Giving a case to another desk.

transfer-button = Transfer
transfer-whom = To whom? Your colleague gets all that was written. The resident learns who takes care of it now.
transfer-nobody = There is nobody now to whom this case could be given.
transfer-places-button = Another community
transfer-share-button = Common queue of the area
transfer-to-all = all officers of the area “{ $area }”: the first one to accept it
transfer-where = To which community? Choose it, or type its name.
transfer-no-such-place = Of the communities of the oblast that take part, none is called so. Type it another way.
transfer-nowhere = No other community of the oblast takes part yet.
transfer-which-area = To which area?
transfer-to-coordinators = { $place }: its coordinators, for it has no areas yet
transfer-to-giver = The officer who gave you this case
transfer-to = To: { $name }.
transfer-ask-word = Write a few words to your colleague, or transfer the case without any. The resident does not see them.
transfer-no-word-button = Transfer without words
transfer-given = Transferred.
transfer-done = { $number }: transferred.
transfer-word-in-words = What you write to your colleague has to be text.
transfer-word-too-long = This is too long. Write at most { $limit } characters.
transfer-word-failed = { $number }: what you wrote to your colleague could not be shown. It is in the history of the case.
transfer-back-button = Give back
transfer-not-back = This case cannot be given back any more. It can be transferred.

## For the new desk

transfer-from = This case was transferred to you. By: { $name }.
transfer-from-coordinator = A coordinator has transferred this case to you.
transfer-word = A note of the colleague. The resident does not see it:
transfer-word-in-history = Your colleague has written a few words: they are in the history.
