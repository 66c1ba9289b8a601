# The station’s group as a board: which cases there are, and never what they say.

## In private

boards-button = Station board
boards-of-button = Board: { $community }
boards-title = Station board
boards-explained = A group of officers that shows the number and place of a new case. It shows no text.
boards-none = There is no board yet. An officer who serves here can link one.
board-areas = Areas: { $areas }
board-cannot-write = The bot cannot write there now: it lacks rights.
board-code-button = Link a group
board-unbind-button = Unlink: { $title }
board-code-title = Link a group
board-code-how = Add the bot to the group and write there in your own name:
board-code-type = /board { $code }
board-code-lasts = The code is valid for 15 minutes, once, and for you alone.
board-add-button = Add the bot to a group
board-unbind-title = Unlink the group?
board-unbind-means = The bot leaves the group. The cases stay with their officers.
board-unbind-yes-button = Yes, unlink it
board-unbound = Unlinked. The bot is leaving the group.

board-bound = The group is linked: new cases appear on the station board.
board-not-bound-wrong-code = The code for the board does not fit or is no longer valid. A new one: “My post” → “More” → “Station board”.
board-not-bound-not-in-person = Your code for the board was typed by another account or anonymously. Write it in the group in your own name.
board-not-bound-of-community = This is a community’s chat, so it cannot be the board. Use a separate group of officers.
board-not-bound-unknown = The bot does not know this group. Remove it, add it again and write the code once more.
board-not-bound-all-taken = All your areas have a board already. To change the group, unlink it first.
board-unbound-by-another = The group was unlinked: there is no station board any more. Cases reach you as always.
board-lost-removed =
    There is no station board any more: the bot was removed from the group.
    Cases reach you as always.
    To link it again: “My post” → “More” → “Station board”.
board-lost-rights =
    The bot cannot write to the station board: it lacks rights in the group.
    Cases reach you as always.
board-regained = The bot writes to the station board again.

## In the group

board-here = The numbers of new cases appear here. Only people with the right can open them. The bot does not read talk.
board-unbound-here = The group was unlinked, so the bot is leaving.
board-urgent = Urgent
board-waiting = waiting
board-led = with: { $officer }
board-led-by-coordinator = with a coordinator
board-moved = passed to another area
board-ended = ended
board-open-button = Open
board-open-one-button = Open { $number }
board-morning-title = Cases this morning
board-open = Open
board-of-none = Not with an officer yet
board-load = { $whose }: { $number }
board-load-overdue = { $whose }: { $number } · overdue: { $overdue }
