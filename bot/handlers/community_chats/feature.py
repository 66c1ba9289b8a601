"""What the feature answers to, and what it draws."""

from bot.domain.community_chats import (
    ChatAnswer,
    ChatBound,
    ChatClaimed,
    ChatGreeting,
    ChatLeft,
    ChatLooked,
    ChatLost,
    ChatRegained,
)
from bot.handlers.community_chats import buttons, chat, dialogs, keeper
from bot.handlers.feature import DialogHandler, Feature
from bot.surface.rendering import Renderer

FEATURE = Feature(
    presses={
        buttons.CommunityChats: keeper.look,
        buttons.WhoseChat: keeper.look,
        buttons.FindForChat: keeper.find,
        buttons.BindChat: keeper.bind,
        buttons.DeclineChat: keeper.decline,
        buttons.ChatPage: keeper.look,
        buttons.CheckChat: keeper.check,
        buttons.ChatTopics: keeper.look,
        buttons.TakeTopic: keeper.take_topic,
        buttons.UseThread: keeper.use_thread,
        buttons.UnbindChat: keeper.unbind,
    },
    screens={
        buttons.WhoseChat: keeper.draw_whose,
        buttons.FindForChat: keeper.draw_find,
        buttons.FoundForChat: keeper.draw_found,
        buttons.BindChat: keeper.draw_binding,
        buttons.NotBound: keeper.draw_not_bound,
        buttons.DeclineChat: keeper.draw_declined,
        buttons.CommunityChats: keeper.draw_chats,
        buttons.ChatPage: keeper.draw_chat,
        buttons.CheckChat: keeper.draw_checking,
        buttons.ChatTopics: keeper.draw_topics,
        buttons.AskThread: keeper.draw_ask_thread,
    },
    dialogs={
        dialogs.FindingForChat: DialogHandler(keeper.take_query),
    },
    letters={
        ChatGreeting: Renderer(chat.render_greeting),
        ChatBound: Renderer(chat.render_bound, failed=chat.look_at_it),
        ChatAnswer: Renderer(chat.render_answer, failed=chat.look_at_it),
        ChatLooked: Renderer(chat.render_look, failed=chat.look_failed, seen=chat.looked),
        ChatClaimed: Renderer(chat.render_look, failed=chat.claim_failed, seen=chat.claim_looked),
        ChatLeft: Renderer(chat.render_left, chat.left_sent, chat.left_failed),
        ChatLost: Renderer(keeper.render_lost),
        ChatRegained: Renderer(keeper.render_regained),
    },
)
