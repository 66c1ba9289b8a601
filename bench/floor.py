"""The floor: aiohttp and json, nothing else; what no relay can go below. `python -m bench.floor API_URL OFFICERS`."""

import asyncio
import json
import sys

import aiohttp

from bench.ours import TOKEN
from bench.partners import partner

JSON_HEADERS = {"Content-Type": "application/json"}


async def main(api_url: str, officers: int) -> None:
    base = f"{api_url}/bot{TOKEN}/"
    offset = 0
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

        async def call(method: str, params: dict[str, object]) -> bytes:
            async with session.post(base + method, data=json.dumps(params), headers=JSON_HEADERS) as response:
                return await response.read()

        while True:
            answer = await call("getUpdates", {"offset": offset, "timeout": 50})
            updates = json.loads(answer)["result"]
            sends = []
            for update in updates:
                chat, message = update["message"]["chat"]["id"], update["message"]["message_id"]
                copied: dict[str, object] = {"from_chat_id": chat, "message_id": message}
                sends.append(call("copyMessage", {"chat_id": partner(chat, officers), **copied}))
            for result in await asyncio.gather(*sends):
                json.loads(result)
            if updates:
                offset = updates[-1]["update_id"] + 1


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], int(sys.argv[2])))
