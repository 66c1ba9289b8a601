"""What the feature answers to, and what it draws."""

from bot.handlers.feature import Feature
from bot.handlers.subscriptions import buttons, resident, screens

FEATURE = Feature(
    opens={
        buttons.Topics: screens.draw_topics,
        buttons.LatestNotices: screens.draw_latest,
    },
    presses={
        buttons.LeaveTopic: resident.leave_topic,
        buttons.SetTopic: resident.set_topic,
        buttons.TurnTopic: resident.turn_topic,
        buttons.LeaveAll: resident.leave_all,
    },
    screens={
        buttons.TurnTopic: screens.draw_topic,
        buttons.LeaveAll: screens.draw_all_left,
    },
)
