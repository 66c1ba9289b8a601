"""What the bot shows of itself in Telegram: descriptions, commands, the menu button. Only what differs is set.

All is in Ukrainian and set without a language, so that it does not follow the telephone's: by that, half the villages
would read English. People who choose English get the English command list in their own chat.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import structlog

from bot.domain.languages import Language
from bot.surface.commands import CHAT_COMMANDS, COMMANDS, described
from bot.telegram.calls import command_list
from bot.telegram.gateway import Gateway, Json, NoAnswer, Refused, TelegramFailure, Unauthorized
from bot.texts import Texts

log = structlog.get_logger()

IN_GROUPS: Mapping[str, Json] = {"scope": {"type": "all_group_chats"}}


@dataclass(frozen=True, slots=True)
class Identity:
    """The bot's account."""

    id: int
    username: str
    has_threads: bool = False  # in private chats; Telegram calls them topics
    people_make_threads: bool = False  # they, too


async def identify(gateway: Gateway) -> Identity:
    """Ask Telegram. Raises Unauthorized where the token is wrong, and any other TelegramFailure."""
    me = cast("Mapping[str, Json]", await gateway.call("getMe", {}))
    threads, by_people = bool(me.get("has_topics_enabled")), bool(me.get("allows_users_to_create_topics"))
    return Identity(cast("int", me["id"]), str(me["username"]), threads, by_people)


async def thread_icons(gateway: Gateway) -> Mapping[str, str] | None:
    """The ids of the icons that a thread may have, by their emoji; None where private chats with the bot have no
    threads. Raises NoAnswer, TooFast, Unauthorized.
    """
    if not (await identify(gateway)).has_threads:
        return None
    try:
        found = cast("Sequence[Mapping[str, Json]]", await gateway.call("getForumTopicIconStickers", {}))
    except Unauthorized:
        raise
    except Refused as refusal:
        log.warning("threads have no icons", error=str(refusal))
        return {}
    return {plain(str(each.get("emoji", ""))): str(each.get("custom_emoji_id", "")) for each in found}


def plain(emoji: str) -> str:
    """Without the mark that asks for colours, which Telegram writes after some and not after others."""
    return emoji.replace("\ufe0f", "")


async def bring_up_to_date(gateway: Gateway, texts: Texts) -> list[str]:
    """Set what differs; the methods called for it. Best effort: what is refused is logged, the rest is set."""
    say = texts.of(Language.UK)
    wanted: list[tuple[str, Mapping[str, Json], str, Json]] = [
        ("MyCommands", {}, "commands", command_list(described(say, COMMANDS))),
        ("MyCommands", IN_GROUPS, "commands", command_list(described(say, CHAT_COMMANDS))),
        ("MyDescription", {}, "description", say("profile-description")),
        ("MyShortDescription", {}, "short_description", say("profile-short-description")),
        ("ChatMenuButton", {}, "menu_button", {"type": "commands"}),
    ]
    changed: list[str] = []
    for what, scope, field, value in wanted:
        try:
            if shown(await gateway.call(f"get{what}", scope), field) != value:
                await gateway.call(f"set{what}", {**scope, field: value})
                changed.append(f"set{what}")
        except NoAnswer as failure:
            log.warning("the profile is left for the next start", error=str(failure))
            break
        except TelegramFailure as failure:
            log.warning("a part of the profile was refused", part=what, error=str(failure))
    if changed:
        log.info("profile set", calls=changed)
    return changed


def shown(answer: Json, field: str) -> Json:
    """The value in what a get method answers: under its field, or the answer itself."""
    if isinstance(answer, Mapping) and field in answer:
        return answer[field]
    return answer
