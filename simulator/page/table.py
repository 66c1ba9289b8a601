"""The state of the page: the telephones of people, and the groups that may be opened on one."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from simulator.accounts import Account
from simulator.chats import Conversation
from simulator.groups import Group
from simulator.people import Person
from simulator.server import Simulator

NAMES = ("Тетяна", "Микола", "Галина", "Андрій", "Оксана", "Степан", "Ірина", "Василь", "Надія", "Петро")


class NotHere(Exception):
    """A telephone or group that is not on the page: which of both, as in acts.CannotBeDone."""


@dataclass(frozen=True)
class Telephone:
    """A person's telephone; `title`: the post, of who holds one from the beginning."""

    person: Person
    title: str


@dataclass
class Table:
    """All that the page shows of one bot's world."""

    telegram: Simulator
    bot: Account
    telephones: dict[int, Telephone] = field(default_factory=dict)  # by the person's id
    groups: dict[int, Group] = field(default_factory=dict)  # by the id that the page knows, which stays
    acts: int = 0  # how many were done: lets the page distinguish states before an act from those after

    def add_telephone(self, name: str = "") -> Telephone:
        """Of a resident who has not met the bot yet."""
        taken = {each.person.name for each in self.telephones.values()}
        free = (each for each in NAMES if each not in taken)
        person = self.telegram.person(name.strip() or next(free, f"Людина {len(taken) + 1}"), bot=self.bot)
        return self.put(person)

    def put(self, person: Person, title: str = "") -> Telephone:
        telephone = self.telephones[person.id] = Telephone(person, title)
        self.bot.watch.changed()
        return telephone

    def add_group(self, kind: str, title: str) -> int:
        """A group, forum or channel in which the bot is not yet; the page's own id of it."""
        make = {"group": self.telegram.group, "forum": self.telegram.forum, "channel": self.telegram.channel}[kind]
        return self.put_group(make(title, bot=self.bot))

    def put_group(self, group: Group) -> int:
        self.groups[group.id] = group
        self.bot.watch.changed()
        return group.id

    def telephone(self, person_id: int) -> Telephone:
        """Raises NotHere."""
        try:
            return self.telephones[person_id]
        except KeyError:
            raise NotHere("telephone") from None

    def group(self, key: int) -> Group:
        """Raises NotHere."""
        try:
            return self.groups[key]
        except KeyError:
            raise NotHere("group") from None

    def conversation(self, key: int) -> Conversation:
        """A private chat by the person's id, a group by the page's id of it. Raises NotHere."""
        if key in self.groups:
            return self.bot.conversation(self.groups[key].id)
        return self.bot.conversation(self.telephone(key).person.id)

    def conversations(self) -> Iterable[tuple[int, Conversation]]:
        for key in (*self.telephones, *self.groups):
            yield key, self.conversation(key)
