"""A person who reads English gets the list of commands in English, in their own chat only."""

from bot.domain.languages import Language
from bot.handlers import ROUTES
from bot.surface.commands import COMMANDS, described
from bot.telegram.calls import command_list
from bot.telegram.gateway import Gateway
from bot.telegram.transport import new_session
from simulator import Person
from tests.town import TOKEN, Town, resources


async def shown_to(town: Town, person: Person) -> object:
    await town.settled()
    async with new_session() as session:
        gateway = Gateway(session, town.telegram.url, TOKEN)
        return await gateway.call("getMyCommands", {"scope": {"type": "chat", "chat_id": person.id}})


async def test_english_brings_its_commands_to_the_own_chat_and_ukrainian_takes_them_away(town: Town) -> None:
    olena, petro = town.telegram.person("Олена"), town.telegram.person("Петро")
    await olena.starts()
    await petro.starts()
    await olena.presses("English")
    assert await shown_to(town, olena) == command_list(described(resources().texts.of(Language.EN), COMMANDS))
    assert await shown_to(town, petro) == []
    assert "Language: English" in olena.alerts[-1]
    await olena.presses("Українська")
    assert await shown_to(town, olena) == []


TRIED = {"settings", "menu", "stop", "cancel", "report", "question", "ask", "contacts", "mydata", "privacy"}
NOT_LISTED = {"lock", *TRIED}  # it stands on the paper with the code, and says nothing to anybody else


def test_every_command_of_the_list_is_answered_and_described() -> None:
    assert set(COMMANDS) == set(ROUTES.commands) - NOT_LISTED
    for language in Language:
        assert all(described(resources().texts.of(language), COMMANDS).values())
