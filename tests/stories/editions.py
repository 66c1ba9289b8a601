"""Editions of the register for stories: the shipped one with a few places changed, as a file."""

import gzip
import json
from dataclasses import dataclass, field
from pathlib import Path

from bot.register.importer import pack
from bot.register.register import SHIPPED, CommunityRow, OblastRow, RegisterFile


@dataclass
class Edition:
    """The shipped register, to be changed and written."""

    content: RegisterFile = field(default_factory=lambda: json.loads(gzip.decompress(SHIPPED.read_bytes())))

    def take(self, settlement: str) -> tuple[str, str, str]:
        """Its row, which is no longer in its community."""
        for row in self._communities():
            for each in row[2]:
                if each[0] == settlement:
                    row[2].remove(each)
                    return each
        raise LookupError(settlement)

    def put(self, community: str, row: tuple[str, str, str]) -> None:
        next(each for each in self._communities() if each[0] == community)[2].append(row)

    def move(self, settlement: str, community: str) -> None:
        self.put(community, self.take(settlement))

    def recode(self, community: str, settlement: str, code: str) -> None:
        """The same settlement has another code."""
        _, category, name = self.take(settlement)
        self.put(community, (code, category, name))

    def drop_community(self, community: str) -> None:
        for oblast in self.content["oblasts"]:
            for raion in oblast[2]:
                raion[2][:] = [each for each in raion[2] if each[0] != community]

    def rename(self, settlement: str, name: str) -> None:
        for row in self._communities():
            for at, each in enumerate(row[2]):
                if each[0] == settlement:
                    row[2][at] = (each[0], each[1], name)

    def written(self, folder: Path) -> Path:
        path = folder / "register.json.gz"
        path.write_bytes(pack(self.content))
        return path

    def _communities(self) -> list[CommunityRow]:
        oblasts: list[OblastRow] = self.content["oblasts"]
        return [row for oblast in oblasts for raion in oblast[2] for row in raion[2]]
