"""The simulator of Telegram: its Bot API server, and the people on the other side of it. A test double, not a product.

A bot that works here works on Telegram: real HTTP, real offsets, Telegram's own limits and error texts, messages
built from python-telegram-bot's own classes. `Simulator` (server) is the whole; `Person` (people) has a
telephone, `Group` (groups) a group, forum or channel. What a bot asks for is a class per method (sending, editing,
profile, reading); whatever it does not know it refuses.
"""

from simulator.chats import Bubble
from simulator.groups import Group
from simulator.people import Part, Person
from simulator.server import Request, Simulator

__all__ = ["Bubble", "Group", "Part", "Person", "Request", "Simulator"]
