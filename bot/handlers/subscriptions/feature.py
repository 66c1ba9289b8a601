"""What the feature answers to, and what it draws."""

from bot.handlers.feature import Feature
from bot.handlers.subscriptions import buttons, resident

FEATURE = Feature(
    opens={
        buttons.Topics: resident.draw_topics,
        buttons.LatestNotices: resident.draw_latest,
    },
    presses={
        buttons.LeaveTopic: resident.leave_topic,
        buttons.SetTopic: resident.set_topic,
        buttons.TurnTopic: resident.turn_topic,
        buttons.LeaveAll: resident.leave_all,
        buttons.ComeBack: resident.come_back,
    },
    screens={
        buttons.TurnTopic: resident.draw_topic,
        buttons.LeaveAll: resident.draw_all_left,
        buttons.ComeBack: resident.draw_back_again,
    },
)
