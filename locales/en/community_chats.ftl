# Groups and channels of a community: what is said in them, and to those who keep them.

## In the chat. To many.

chat-greeting =
    This is the bot of the community’s police officer. It does not read your talk, only commands:
    /officer — who your officer is
    /hours — office hours
    /hotlines — whom to call
chat-let-in-by-nobody = This chat is not linked to a community yet. Its administrator can ask the officer. Otherwise the bot leaves in a day.
chat-ask-for-officer-button = Ask the officer
chat-leaving = This chat is not linked to a community, so the bot leaves.
chat-bound =
    The police officer’s notices will appear here.
    To write to the officer in private: @{ $bot }
chat-words-unread = The bot does not read what is written behind a command. Write to it in private: @{ $bot }
chat-nobodys = This chat is not linked to a community yet. Ask the officer.
chat-officer-title = Your police officer
chat-hours-title = Office hours
chat-area = Area: { $name }
chat-no-officer = There is no officer yet.

command-hours = office hours
command-hotlines = numbers to call

## Whose a chat is

chat-whose-title = Whose chat is this?
chat-added = The bot was added here: “{ $title }”.
chat-whose = To which community does this chat belong?
chat-found-nothing = There is none like it among your communities. Write the name again.
chat-find-community-button = Find a community
chat-left-after-a-day = If no community is chosen within a day, the bot leaves the chat.
chat-decline-button = No, let the bot leave
chat-declined = The bot leaves the chat.
chat-later-button = Later
chat-give-rights = Let the bot post: make it an administrator of the chat.
chat-checking-administrator = Asking Telegram whether you are an administrator of this chat…
chat-checking-rights = Asking Telegram what the bot may do here…
chat-check-again-button = Check again
chat-not-bound-title = The chat is not linked yet
chat-not-administrator = You are not an administrator of this chat.
chat-not-administrator-do = Only its administrator can link it. Ask to be made one, then check again.
chat-not-bound-link = Or let an administrator of the chat open this link and ask you: { $link }
chat-not-named = Telegram does not show the bot that you are an administrator of this chat.
chat-not-named-do = First make the bot itself an administrator. Then check again.

## The chat’s own administrator asks for an officer

chat-request-title = Link the chat to a community
chat-request-explained = The community’s officer decides. They see the name of the chat, and not who asks.
chat-request-found-nothing = There is no such community. Write the name again.
chat-request-sent = Your request was sent. When the officer answers, the bot writes here. It waits a week.
chat-request-nobody = The request was not sent: nobody in this community works with the bot yet.
chat-request-early = The request was not sent: an officer was asked for this chat today.
chat-request-again = You can ask again: { $time }
chat-request-waits = Another administrator of the chat “{ $title }” has asked already. The officer has not answered yet.
chat-request-replaced = The chat “{ $title }”: another of its administrators asks now. Your request is over.
chat-request-made = An administrator of the chat “{ $title }” asks you to link it.
chat-request-means = Your notices will appear in the chat, and to commands the bot names the officer and office hours.
chat-request-accept-button = Link it
chat-request-turn-down-button = Turn it down
chat-request-checking = Asking Telegram whether the person who asks is still an administrator…
chat-request-was-made = Chat: “{ $title }”.
chat-request-over-accepted = The chat is linked to the community already.
chat-request-over-turned-down = The request was turned down. The chat is not linked.
chat-request-over-replaced = A newer request has replaced this one.
chat-request-over-void = The request is over.
chat-request-void = The request no longer holds: Telegram does not name the person who asked as an administrator.
chat-request-unproven = The chat was not linked: Telegram does not name you as its administrator.
chat-request-turned-down = Turned down. The chat is not linked.
chat-request-was-accepted = The officer has linked the chat “{ $title }” to the community.
chat-request-was-not-accepted = The chat “{ $title }” was not linked: the request was turned down.

## The chats of a community

chats-button = Chats of the community
chats-of-button = Chats: { $community }
chats-title = Chats of the community
chats-explained = Notices come here.
chats-none = There are no chats yet.
chats-add = To add a chat, press a button below. Then the bot asks here whose chat it is.
chat-button = { $title } · { $state }
chat-writes = posts
chat-writes-text = posts without photos
chat-cannot-write = cannot post now
chat-not-inside = the bot is not here
chat-nobodys-button = { $title } · no community yet
chat-add-to-group-button = Add the bot to a group
chat-add-to-channel-button = Add the bot to a channel

chat-title = A chat of the community
chat-state = The bot here: { $state }.
chat-pins = Urgent notices are pinned.
chat-pins-not = Urgent notices are not pinned: the bot has no right to.
chat-thread-is-general = Notices appear in the general topic of the forum.
chat-thread-is-chosen = Notices appear in the chosen topic of the forum.
chat-thread-choose = To choose another topic, write /here in it.
chat-topics-button = Topics of notices: { $count }
chat-use-general-button = Post in the general topic
chat-unbind-button = Unlink from the community
chat-unbound = Done. No more notices go there, and in a day the bot leaves.
chat-topics-title = Topics of notices
chat-topics = ✓ means: such notices come. Press to change.
chat-topic-taken-button = ✓ { $name }
chat-thread-title = The forum’s topic
chat-thread-here = Post notices in the topic where /here was written just now?
chat-thread-general-here = Post notices in the general topic?
chat-use-thread-button = Yes, there

## The bot can no longer do what it did

chat-lost-removed = The bot can no longer post here: “{ $title }”.
chat-lost-removed-do = It was removed. For notices to go on, add the bot again.
chat-lost-rights = The bot cannot post here now: “{ $title }”.
chat-lost-rights-do =
    It lacks rights. Notices wait, and tomorrow the bot tries again.
    To have them sooner, make the bot an administrator of the chat that may post.
chat-lost-files = The chat takes no photos and files from the bot: “{ $title }”.
chat-lost-files-do = Notices come as text alone. To have photos too, let the bot send them.
chat-lost-thread = The forum’s topic for notices was closed or deleted: “{ $title }”.
chat-lost-thread-do = Notices will appear in the general topic. To choose another, write /here in it.
chat-lost-pinning = The bot no longer pins urgent notices: “{ $title }”.
chat-lost-pinning-do = It posts on. For it to pin them, give it the right again.
chat-look-button = Open the chat
chat-regained-writing = The bot can post here again: “{ $title }”.
chat-regained-files = The chat takes photos and files from the bot again: “{ $title }”.
