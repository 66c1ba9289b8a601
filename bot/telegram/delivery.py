"""How Telegram hands updates over: it is asked for them, or it pushes them to a webhook.

Only what differs is changed. Telegram does not show the secret that it was given, so a digest of what was last set is
compared as well.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import cast

import structlog

from bot.telegram.gateway import Gateway, Json
from bot.telegram.intake import ALLOWED_UPDATES

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class WebhookState:
    """What Telegram says of the webhook. `url` is empty while there is none."""

    url: str
    pending: int
    allowed: frozenset[str]
    last_error: str


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where Telegram is to push updates, and what it is to show there."""

    url: str
    secret: str

    @property
    def digest(self) -> str:
        return sha256(f"{self.url} {self.secret}".encode()).hexdigest()


async def webhook_state(gateway: Gateway) -> WebhookState:
    """Raises a TelegramFailure."""
    info = cast("Mapping[str, Json]", await gateway.call("getWebhookInfo", {}))
    return WebhookState(
        str(info.get("url", "")),
        cast("int", info.get("pending_update_count", 0)),
        frozenset(cast("list[str]", info.get("allowed_updates", []))),
        str(info.get("last_error_message", "")),
    )


async def use_polling(gateway: Gateway) -> None:
    """Take a webhook away; what waits there is fetched instead. Raises a TelegramFailure."""
    if (await webhook_state(gateway)).url:
        await gateway.call("deleteWebhook", {})
        log.warning("a webhook was set, and none is in the settings: taken away")


async def use_webhook(gateway: Gateway, webhook: Webhook, last_digest: str | None) -> bool:
    """Have updates pushed; False where that was so already. Raises a TelegramFailure."""
    state = await webhook_state(gateway)
    if state.url == webhook.url and state.allowed == set(ALLOWED_UPDATES) and last_digest == webhook.digest:
        return False
    params: dict[str, Json] = {
        "url": webhook.url,
        "secret_token": webhook.secret,
        "allowed_updates": list(ALLOWED_UPDATES),
    }
    await gateway.call("setWebhook", params)
    log.info("webhook set")  # without the address: it may hold a secret of its own
    return True
