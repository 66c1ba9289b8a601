"""The page of telephones: everybody's chats with the bot in a browser, side by side, to be used by hand.

`table` is its state: telephones and groups. `view` turns it into JSON, `acts` are what can be done to it,
`server` carries both over HTTP on this machine alone, `samples` draws what is sent, `contents` knows what a file is,
`links` draws QR codes, `static/` is what the browser runs.
What happens behind the scenes (the bot's process, its database, the clock) is asked of a `Backstage`.
"""

from simulator.page.backstage import Backstage, Depths
from simulator.page.server import serving
from simulator.page.table import Table, Telephone

__all__ = ["Backstage", "Depths", "Table", "Telephone", "serving"]
