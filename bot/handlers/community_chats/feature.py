"""What the feature answers to, and what it draws."""

from bot.domain.community_chats import ChatAnswer, ChatBound, ChatGreeting, ChatLeft, ChatLost
from bot.handlers.community_chats import buttons, chat, dialogs, keeper
from bot.handlers.feature import DialogHandler, Feature
from bot.handlers.places import may_be_listed
from bot.surface.rendering import Renderer

FEATURE = Feature(
    presses={
        buttons.CommunityChats: keeper.look,
        buttons.WhoseChat: keeper.look,
        buttons.FindForChat: keeper.find,
        buttons.BindChat: keeper.bind,
        buttons.DeclineChat: keeper.decline,
        buttons.ChatPage: keeper.look,
        buttons.ChatTopics: keeper.look,
        buttons.TakeTopic: keeper.take_topic,
        buttons.UseThread: keeper.use_thread,
        buttons.UnbindChat: keeper.unbind,
    },
    screens={
        buttons.WhoseChat: keeper.draw_whose,
        buttons.FindForChat: keeper.draw_find,
        buttons.FoundForChat: keeper.draw_found,
        buttons.DeclineChat: keeper.draw_declined,
        buttons.CommunityChats: keeper.draw_chats,
        buttons.ChatPage: keeper.draw_chat,
        buttons.ChatTopics: keeper.draw_topics,
        buttons.AskThread: keeper.draw_ask_thread,
    },
    sent={buttons.WhoseChat: keeper.whose_sent},
    dialogs={
        dialogs.FindingForChat: DialogHandler(keeper.take_query, fits=may_be_listed, yields_to_words=True),
    },
    letters={
        ChatGreeting: Renderer(chat.render_greeting),
        ChatBound: Renderer(chat.render_bound, failed=chat.bound_failed),
        ChatAnswer: Renderer(chat.render_answer),
        ChatLeft: Renderer(chat.render_left, chat.left_sent, chat.left_failed),
        ChatLost: Renderer(keeper.render_lost),
    },
)
