# Groups and channels of a community: what is said in them, and to those who keep them.

## In the chat. To many.

chat-greeting =
    This is the bot of the community’s police officer.
    It does not read what you talk about, only commands:
    /officer — who your officer is
    /hours — office hours
    /hotlines — whom to call
chat-let-in-by-nobody = For the bot to begin, an officer or a coordinator of the community must add it here. Otherwise it leaves in a day.
chat-leaving = This chat belongs to no community, so the bot leaves.
chat-bound =
    The police officer’s notices will appear here.
    To write to the officer in private: @{ $bot }
chat-words-unread = The bot does not read what is written behind a command. Write to it in private: @{ $bot }
chat-nobodys = This chat does not belong to a community yet, so the bot does not know its officer.
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

## The chats of a community

chats-button = Chats of the community
chats-of-button = Chats: { $community }
chats-title = Chats of the community
chats-explained = Notices come here.
chats-none = There are no chats yet.
chats-add = To add a chat, press a button below. Then the bot asks here whose chat it is.
chat-button = { $title } · { $state }
chat-writes = posts
chat-cannot-write = cannot post
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
chat-lost-rights = The bot can no longer post here: “{ $title }”.
chat-lost-rights-do = It lacks rights. Make the bot an administrator of the chat that may post.
chat-lost-thread = The forum’s topic for notices is gone: “{ $title }”.
chat-lost-thread-do = Notices will appear in the general topic. To choose another, write /here in it.
chat-lost-pinning = The bot no longer pins urgent notices: “{ $title }”.
chat-lost-pinning-do = It posts on. For it to pin them, give it the right again.
chat-look-button = Open the chat
