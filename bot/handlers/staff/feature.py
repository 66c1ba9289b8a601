"""What the feature answers to, and what it draws."""

from bot.domain.staff import PartChanged, RecoveryCode
from bot.handlers.feature import Feature
from bot.handlers.staff import buttons, letters, pages
from bot.surface.rendering import Renderer

FEATURE = Feature(
    starts={"k": pages.lock_by_code},
    presses={
        buttons.StaffList: pages.look,
        buttons.StaffPage: pages.look,
        buttons.AskEnd: pages.look,
        buttons.End: pages.end,
        buttons.AskLock: pages.look,
        buttons.Lock: pages.lock,
        buttons.Unlock: pages.unlock,
    },
    screens={
        buttons.StaffList: pages.draw_list,
        buttons.StaffPage: pages.draw_person,
        buttons.AskEnd: pages.draw_ask_end,
        buttons.AskLock: pages.draw_ask_lock,
    },
    letters={
        PartChanged: Renderer(letters.render_part_changed),
        RecoveryCode: Renderer(letters.render_recovery_code),
    },
)
