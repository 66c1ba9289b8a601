"""A plain relay: python-telegram-bot as its tutorials use it. `python -m bench.plain API_URL OFFICERS [confirming]`.

`confirming`: an officer sees by a reaction that his message was taken, as he does with ours: a second call.
"""

import sys
from typing import Any

from telegram import Update
from telegram.ext import Application, CallbackQueryHandler, ContextTypes, MessageHandler, filters

from bench.ours import TOKEN
from bench.partners import is_officer, partner


def main(api_url: str, officers: int, confirming: bool) -> None:
    async def relay(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.effective_chat is not None and update.message is not None:
            await context.bot.send_message(partner(update.effective_chat.id, officers), update.message.text or "")
            if confirming and is_officer(update.effective_chat.id, officers):
                await update.message.set_reaction("👍")

    async def press(update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        if (query := update.callback_query) is not None:
            await query.answer()
            await query.edit_message_text(f"{query.data} {query.id}")

    builder = Application.builder().token(TOKEN).base_url(f"{api_url}/bot")
    application: Application[Any, Any, Any, Any, Any, Any] = builder.build()
    application.add_handler(CallbackQueryHandler(press))
    application.add_handler(MessageHandler(filters.TEXT, relay))
    application.run_polling(bootstrap_retries=0)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), confirming="confirming" in sys.argv)
