"""What the feature answers to, and what it draws."""

from bot.domain.boards import BoardBound, BoardLeft, BoardLooked, BoardMorning, BoardPost
from bot.handlers.boards import buttons, group, pages
from bot.handlers.feature import Feature
from bot.surface.rendering import Renderer

FEATURE = Feature(
    opens={
        buttons.Boards: pages.draw_boards,
        buttons.AskUnbind: pages.draw_ask_unbind,
    },
    presses={
        buttons.BoardCode: pages.ask_code,
        buttons.UnbindBoard: pages.unbind,
    },
    screens={buttons.BoardCode: pages.draw_code},
    letters={
        BoardPost: Renderer(group.render_post, group.post_sent, group.look_at_it),
        BoardMorning: Renderer(group.render_morning, failed=group.look_at_it),
        BoardBound: Renderer(group.render_bound, failed=group.look_at_it),
        BoardLooked: Renderer(group.render_look, failed=group.look_failed, seen=group.looked),
        BoardLeft: Renderer(group.render_left, failed=group.left_failed),
    },
)
