"""A slip of paper: the person of a call or a visit opens their case in the bot, once and with a code."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from bot.domain.ids import CaseId
from bot.domain.slips import Secrets, secrets_of
from bot.handlers.cases.buttons import OpenCase
from bot.handlers.slips.buttons import IssueSlip
from simulator import Person
from tests.stories.cases import asks
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_my_data import erases_all
from tests.stories.walk_ins import WORDS, answers, records
from tests.town import Town

WRONG = "Код не підходить, або талон уже не діє"


@pytest.fixture
async def ivan(town: Town) -> Person:
    return await town.officer("Іван Петренко", await town.area())


async def issues(town: Town, ivan: Person) -> Secrets:
    """What is on the slip, and what the officer says."""
    await ivan.presses("Талон для мешканця")
    said = await ivan.sees("Код: ", anywhere=True)
    [slip] = await town.stored("select seed from case_slips")
    secrets = secrets_of(town.database.keys.sign(f"slip:{slip['seed']}"))
    assert secrets.code in said.text.replace(" ", "")
    return secrets


async def scans(town: Town, secrets: Secrets, name: str = "Марія") -> Person:
    """A person who has agreed, and is asked for the code."""
    person = town.telegram.person(name)
    await person.starts(f"t-{secrets.token}")
    await person.presses("Погоджуюся")
    await person.sees("Введіть код")
    return person


async def test_the_slip_is_a_small_page_with_number_and_term_and_its_code_comes_apart(town: Town, ivan: Person) -> None:
    await records(ivan)
    secrets = await issues(town, ivan)
    got = await ivan.sees("талон для друку", anywhere=True)
    reader = PdfReader(BytesIO(ivan._bot.files.find(got.fields["document"].file_id).content))  # noqa: SLF001
    [page] = reader.pages
    text = page.extract_text()
    assert (round(page.mediabox.width), round(page.mediabox.height)) == (298, 420)
    assert "Талон звернення КШ-2026-000001" in " ".join(text.split())
    assert "8 грудня 2026" in text
    assert "Марія" not in text
    assert WORDS not in text
    assert secrets.code not in text
    assert secrets.code not in got.text


async def test_hashes_alone_are_stored(town: Town, ivan: Person) -> None:
    await records(ivan)
    secrets = await issues(town, ivan)
    [row] = await town.stored("select * from case_slips")
    assert secrets.token not in str(row)
    assert secrets.code not in {str(value) for value in row.values()}


async def test_with_the_code_the_case_is_theirs_and_answers_come_to_their_chat(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    await records(ivan)
    secrets = await issues(town, ivan)
    maria = await scans(town, secrets)
    await maria.does_not_see("КШ-2026", anywhere=True)
    await maria.says(f"{secrets.code[:3]} {secrets.code[3:]}")
    page = await maria.sees("КШ-2026-000001")
    assert "У роботі" in page.text
    await ivan.sees("Людина відкрила звернення в боті.", anywhere=True)
    card = await ivan.sees("КШ-2026-000001 · Крадіжка", anywhere=True)
    assert "Відповісти" in card.buttons
    assert "Людини немає в боті" not in card.text
    assert "Дзвінок" in card.text
    await ivan.presses("Відповісти", on=card)
    await ivan.sees("напишіть відповідь")
    await ivan.says("Приїду у середу")
    await maria.sees("Приїду у середу")
    await maria.says("Дякую, чекаю")
    await ivan.sees("Дякую, чекаю")
    assert await town.stored("select id from case_slips") == []
    [case] = await town.stored("select consent_version, unclaimed from cases")
    assert case["consent_version"] is not None
    assert not case["unclaimed"]


async def test_what_was_said_before_is_read_in_the_case(town: Town, ivan: Person) -> None:
    await records(ivan)
    await answers(ivan, "Приїду у середу")
    await ivan.presses("Історія")
    await ivan.presses("Ще дії")
    secrets = await issues(town, ivan)
    maria = await scans(town, secrets)
    await maria.says(secrets.code)
    await maria.sees("КШ-2026-000001")
    await maria.presses("Прочитати все")
    page = await maria.sees("Приїду у середу")
    assert WORDS in page.text


async def test_a_slip_works_once(town: Town, ivan: Person) -> None:
    await records(ivan)
    secrets = await issues(town, ivan)
    maria = await scans(town, secrets)
    await maria.says(secrets.code)
    await maria.sees("КШ-2026-000001")
    other = await scans(town, secrets, "Інша")
    await other.says(secrets.code)
    await other.sees(WRONG)
    await other.does_not_see("КШ-2026", anywhere=True)


async def test_a_wrong_code_a_made_up_link_and_one_that_is_over_get_the_same_answer(town: Town, ivan: Person) -> None:
    await records(ivan)
    secrets = await issues(town, ivan)
    wrong = "000000" if secrets.code != "000000" else "111111"
    maria = await scans(town, secrets)
    await maria.says(wrong)
    said = [(await maria.sees(WRONG)).text]
    made_up = await scans(town, Secrets("0" * 40, ""), "Чужа")
    await made_up.says(secrets.code)
    said.append((await made_up.sees(WRONG)).text)
    await town.passes(days=14, minutes=1)
    late = await scans(town, secrets, "Пізня")
    await late.says(secrets.code)
    said.append((await late.sees(WRONG)).text)
    assert len(set(said)) == 1


async def test_five_wrong_codes_end_a_slip_and_the_officer_is_told(town: Town, ivan: Person) -> None:
    await records(ivan)
    secrets = await issues(town, ivan)
    maria = await scans(town, secrets)
    for tried in range(5):
        code = f"{(int(secrets.code) + tried + 1) % 10**6:06}"
        await maria.says(code)
        await town.settled()
    await ivan.sees("Талон більше не діє, потрібен новий.", anywhere=True)
    await maria.says(secrets.code)
    await town.settled()
    await maria.does_not_see("КШ-2026", anywhere=True)
    assert (await town.stored("select person_id from case_links"))[0]["person_id"] is None


async def test_a_second_slip_voids_the_first(town: Town, ivan: Person) -> None:
    await records(ivan)
    first = await issues(town, ivan)
    second = await issues(town, ivan)
    maria = await scans(town, first)
    await maria.says(first.code)
    await maria.sees(WRONG)
    await maria.starts(f"t-{second.token}")
    await maria.sees("Введіть код")
    await maria.says(second.code)
    await maria.sees("КШ-2026-000001")


async def test_nobody_claims_a_case_from_the_account_of_its_desk(town: Town, ivan: Person) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await records(ivan)
    secrets = await issues(town, ivan)
    await ivan.starts(f"t-{secrets.token}")
    await ivan.sees("Введіть код")
    await ivan.says(secrets.code)
    await ivan.sees("Це талон для мешканця.")
    await olha.starts(f"t-{secrets.token}")
    await olha.presses("Погоджуюся")
    await olha.sees("Введіть код")
    await olha.says(secrets.code)
    await olha.sees("Це талон для мешканця.")
    assert (await town.stored("select person_id from case_links"))[0]["person_id"] is None
    assert len(await town.stored("select id from case_slips")) == 1


async def test_only_a_case_without_a_person_gets_a_slip(town: Town, ivan: Person) -> None:
    olena = await town.resident("Олена")
    await asks(olena, "Хто?")
    await ivan.forges(IssueSlip(CaseId(1)).pack(), on=await ivan.sees("Хто?"))
    await town.settled()
    assert await town.stored("select id from case_slips") == []


async def test_before_the_code_nothing_opens_the_case(town: Town, ivan: Person) -> None:
    await records(ivan)
    secrets = await issues(town, ivan)
    maria = await scans(town, secrets)
    await maria.forges(OpenCase(CaseId(1)).pack(), on=maria.chat[-1])
    await town.settled()
    await maria.does_not_see("КШ-2026", anywhere=True)


async def test_the_code_can_be_left_and_words_go_where_they_would_without_a_slip(town: Town, ivan: Person) -> None:
    await records(ivan)
    secrets = await issues(town, ivan)
    maria = await scans(town, secrets)
    await maria.presses("Скасувати")
    await maria.sees("Скасовано", anywhere=True)
    assert await town.stored("select flow from dialogs where flow = 'claim'") == []


async def test_what_is_claimed_is_in_ones_own_data_and_can_be_erased(town: Town, ivan: Person) -> None:
    await records(ivan)
    secrets = await issues(town, ivan)
    maria = await scans(town, secrets)
    await maria.says(secrets.code)
    await maria.sees("КШ-2026-000001")
    await maria.says("мої дані")
    page = await maria.sees("Звернення: 1")
    assert "Повідомлення у зверненнях: 1" in page.text
    await erases_all(maria)
    await town.passes(minutes=2)
    assert await town.stored("select case_id from case_links") == []
    assert await town.stored("select id from case_messages") == []
    assert not [bubble for bubble in ivan.chat if WORDS in bubble.text]
