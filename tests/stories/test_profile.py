"""The bot's profile and where Telegram delivers updates: set once, then only what differs."""

from collections.abc import AsyncIterator
from typing import cast

import pytest

from bot.domain.languages import Language
from bot.surface.commands import COMMANDS
from bot.telegram.delivery import Webhook, use_polling, use_webhook, webhook_state
from bot.telegram.gateway import Gateway
from bot.telegram.profile import IN_GROUPS, bring_up_to_date, identify
from bot.telegram.transport import new_session
from simulator import Simulator
from simulator.clock import MovedClock
from simulator.faults import CutBefore
from tests.town import TOKEN, resources


@pytest.fixture
async def telegram() -> AsyncIterator[Simulator]:
    async with Simulator(MovedClock()) as simulator:
        simulator.bot(TOKEN, "hromada_bot")
        yield simulator


@pytest.fixture
async def gateway(telegram: Simulator) -> AsyncIterator[Gateway]:
    async with new_session() as session:
        yield Gateway(session, telegram.url, TOKEN)


async def test_a_new_bot_is_described_and_an_old_one_left_as_it_is(telegram: Simulator, gateway: Gateway) -> None:
    assert await bring_up_to_date(gateway, resources().texts) == [
        "setMyCommands", "setMyCommands", "setMyDescription", "setMyShortDescription", "setChatMenuButton",
    ]  # fmt: skip
    assert await bring_up_to_date(gateway, resources().texts) == []
    await gateway.call("setMyDescription", {"description": "other"})
    assert await bring_up_to_date(gateway, resources().texts) == ["setMyDescription"]


async def test_the_command_list_is_ukrainian_whatever_the_telephone_speaks(gateway: Gateway) -> None:
    await bring_up_to_date(gateway, resources().texts)
    say = resources().texts.of(Language.UK)
    expected = [{"command": name, "description": say(f"command-{name}")} for name in COMMANDS]
    assert await gateway.call("getMyCommands", {}) == expected


async def test_a_group_is_offered_only_what_is_answered_there(gateway: Gateway) -> None:
    await bring_up_to_date(gateway, resources().texts)
    offered = cast("list[dict[str, str]]", await gateway.call("getMyCommands", IN_GROUPS))
    assert [each["command"] for each in offered] == ["officer", "hours", "hotlines"]


async def test_without_an_answer_the_profile_is_left_for_the_next_start(telegram: Simulator, gateway: Gateway) -> None:
    telegram.faults.add(CutBefore(), times=None)
    assert await bring_up_to_date(gateway, resources().texts) == []


async def test_the_bot_knows_its_name(gateway: Gateway) -> None:
    assert (await identify(gateway)).username == "hromada_bot"


async def test_a_webhook_is_set_when_it_differs_and_taken_away_for_polling(gateway: Gateway) -> None:
    first, second = (Webhook("http://127.0.0.1:1/hook", secret * 16) for secret in "ab")
    assert await use_webhook(gateway, first, None)
    assert not await use_webhook(gateway, first, first.digest)
    assert await use_webhook(gateway, second, first.digest)  # another secret, which Telegram does not show
    await use_polling(gateway)
    assert (await webhook_state(gateway)).url == ""
    assert await use_webhook(gateway, second, second.digest)  # it was deleted meanwhile
