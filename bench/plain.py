"""A plain relay, the plainest good python-telegram-bot. `python -m bench.plain API_URL OFFICERS [confirming]`.

It copies what comes to the other side and stores nothing. Everything is as an application is built by default: httpx
with kept connections, one update after another. `copyMessage` is answered with an id; `sendMessage` with a whole
message, which the server has to make and the bot to parse. Handled side by side (`concurrent_updates`), updates cost
more and the messages of a chat lose their order (docs/performance.md).

`confirming`: the person who wrote sees by a reaction that their message was taken, as with ours: a second call.
"""

import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bench.ours import TOKEN
from bench.partners import is_officer, partner


def main(api_url: str, officers: int, confirming: bool) -> None:
    async def relay(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if (message := update.message) is not None:
            await message.copy(partner(message.chat_id, officers))
            if confirming:
                await message.set_reaction("👍" if is_officer(message.chat_id, officers) else "✍")

    async def press(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if (query := update.callback_query) is not None:
            await query.answer()
            await query.edit_message_text(f"{query.data} {query.id}")

    builder = Application.builder().token(TOKEN).base_url(f"{api_url}/bot")
    application: Application[Any, Any, Any, Any, Any, Any] = builder.build()
    application.add_handler(MessageHandler(filters.UpdateType.MESSAGE, relay))
    application.add_handler(CallbackQueryHandler(press))
    application.run_polling(bootstrap_retries=0)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), confirming="confirming" in sys.argv)
