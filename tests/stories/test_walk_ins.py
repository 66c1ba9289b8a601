"""A call or a visit is written down, worked like any case, and answered aloud or on paper."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from bot.domain.cases import Channel
from bot.domain.ids import AreaId, CaseId
from bot.domain.walk_ins import SPOKEN_CONSENT_VERSION
from bot.handlers.cases.buttons import CloseWith
from bot.handlers.walk_ins.buttons import AnswerRead, ChooseChannel, RecordCall, SaveRecord
from bot.storage import areas
from bot.storage.engine import Session
from bot.storage.transaction import Transaction
from simulator import Person
from simulator.people import Part
from tests.stories.posts import ZAPORIZHZHIA
from tests.stories.test_dismissal import dismisses
from tests.stories.walk_ins import AGREED, PLACE, WORDS, answers, begins, records
from tests.town import KOMYSHUVAKHA, Town, resources


@pytest.fixture
async def ivan(town: Town) -> Person:
    return await town.officer("Іван Петренко", await town.area())


def text_in(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


async def status(town: Town) -> list[object]:
    return [row["status"] for row in await town.stored("select status from cases order by id")]


async def test_a_call_becomes_a_case_of_the_officer_in_six_presses(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    await records(ivan)
    card = await ivan.sees("КШ-2026-000001 · Крадіжка", anywhere=True)
    for line in ("У роботі", "Мешканець: Марія Ткач", "Телефон: +380 67 123 45 67", "Дзвінок", "Місце: Веселе", WORDS):
        assert line in card.text, line
    assert card.buttons[:4] == ["Записати відповідь", "Дописати за людину", "Закрити", "Відхилити"]
    [case] = await town.stored(
        "select channel, recorded_by, unclaimed, spoken_consent, consent_version, answer_due from cases"
    )
    assert (case["channel"], case["recorded_by"], case["spoken_consent"]) == ("phone", 1, SPOKEN_CONSENT_VERSION)
    assert case["unclaimed"]
    assert case["consent_version"] is None
    assert case["answer_due"] is not None
    assert [row["what"] for row in await town.stored("select what from case_events order by id")] == [
        "record",
        "accept",
    ]


async def test_without_consent_neither_name_nor_telephone_is_kept(town: Town, ivan: Person) -> None:
    await records(ivan, answer="Не погодилася: без імені")
    [link] = await town.stored("select person_id, name, phone from case_links")
    assert (link["person_id"], link["name"], link["phone"]) == (None, None, None)
    [case] = await town.stored("select spoken_consent, anonymous from cases")
    assert case["spoken_consent"] is None
    assert case["anonymous"]
    assert "Без імені" in (await ivan.sees("КШ-2026-000001 · Крадіжка", anywhere=True)).text


async def test_name_and_telephone_are_sealed(town: Town, ivan: Person) -> None:
    await records(ivan)

    async def as_stored(session: Session) -> list[str]:
        rows = await session.rows("select name, phone from case_links", {})
        return [f"{row['name']} {row['phone']}" for row in rows]

    [row] = await town.database.transact(as_stored)
    assert "case_links.name" in row
    assert "Марія" not in row
    assert "671234567" not in row


async def test_voice_and_photos_are_written_down_too_and_what_fits_no_step_is_added(town: Town, ivan: Person) -> None:
    await begins(ivan, "Особистий прихід")
    await ivan.sends(Part("voice"))
    await ivan.sees("Записано повідомлень: 2.")
    await ivan.presses("Далі")
    await ivan.says("І ще: вони були на білій машині з причепом, без номерів, я боялася вийти")
    await ivan.presses("Крадіжка")
    await ivan.presses("Місце не назвали")
    await ivan.sends(Part("photo", "Замок"))
    await ivan.presses(AGREED)
    await ivan.sees("Записано: КШ-2026-000001", anywhere=True)
    assert len(await town.stored("select id from case_messages where direction = 'resident'")) == 4


async def test_danger_is_marked_and_the_officer_gets_no_card_of_102(town: Town, ivan: Person) -> None:
    await records(ivan, words="Він б’є мене!")
    assert (await town.stored("select emergency from cases"))[0]["emergency"]
    await ivan.does_not_see("Телефонуйте 102", anywhere=True)


async def test_a_name_of_a_place_that_is_not_there_is_asked_for_again(town: Town, ivan: Person) -> None:
    await begins(ivan)
    await ivan.presses("Далі")
    await ivan.presses("Крадіжка")
    await ivan.says("Щщщщщщщщщ")
    await ivan.sees("Такого населеного пункту в громаді немає")
    await ivan.says("Веселе")
    await ivan.sees("Прочитайте людині вголос")


async def test_what_was_begun_is_not_replaced_by_an_answer_and_can_be_gone_on_with(town: Town, ivan: Person) -> None:
    await records(ivan)
    await begins(ivan)
    await ivan.presses("Записати відповідь", on=await ivan.sees("КШ-2026-000001 · Крадіжка", anywhere=True))
    await town.settled()
    assert "Спершу завершіть запис" in ivan.alerts[-1]
    await ivan.says("Мій кабінет")
    await ivan.presses("Записати дзвінок або прихід")
    await ivan.sees("Записано повідомлень: 1.")


async def test_an_unfinished_form_is_reminded_of_and_its_end_is_said(town: Town, ivan: Person) -> None:
    await begins(ivan)
    await town.passes(hours=1)
    await ivan.sees("Запис дзвінка або приходу не завершено.")
    for _ in range(8):
        await town.passes(hours=12)
    await ivan.sees("Незавершений запис дзвінка або приходу видалено.", anywhere=True)
    assert await town.stored("select flow from dialogs") == []


async def test_a_form_is_cancelled_by_a_press_and_by_the_word(town: Town, ivan: Person) -> None:
    await begins(ivan)
    await ivan.presses("Скасувати")
    await ivan.sees("Скасовано")
    await begins(ivan)
    await ivan.says("Скасувати")
    await ivan.sees("Скасовано")
    assert await town.stored("select id from cases") == []


async def test_a_second_press_saves_no_second_case(town: Town, ivan: Person) -> None:
    await begins(ivan)
    await ivan.presses("Далі")
    await ivan.presses("Крадіжка")
    await ivan.presses("Місце не назвали")
    page = await ivan.sees("Прочитайте людині вголос")
    await ivan.presses(AGREED)
    await ivan.sees("Записано: КШ-2026-000001", anywhere=True)
    await ivan.forges(SaveRecord(consented=True).pack(), on=page)
    await town.settled()
    assert len(await town.stored("select id from cases")) == 1


async def test_who_is_no_officer_writes_nothing_down(town: Town, ivan: Person) -> None:
    olena = await town.resident("Олена")
    page = olena.chat[-1]
    await olena.forges(RecordCall().pack(), on=page)
    await olena.forges(ChooseChannel(Channel.PHONE).pack(), on=page)
    await town.settled()
    assert await town.stored("select flow from dialogs where flow = 'walk-in'") == []


async def test_a_place_of_another_area_goes_to_its_desk(town: Town) -> None:
    area = await town.area()
    ivan, maria = (
        await town.officer("Іван Петренко", area),
        await town.officer("Марія Коваль", await another_area(town)),
    )
    await records(ivan)
    await ivan.sees("тепер у тих, хто зараз обслуговує вказане місце.", anywhere=True)
    card = await maria.sees("КШ-2026-000001 · Крадіжка", anywhere=True)
    assert "Нове" in card.text


async def another_area(town: Town) -> AreaId:
    """One that serves the settlement of these stories alone."""
    [settlement] = [each for each in resources().register.community(KOMYSHUVAKHA).settlements if each.name == PLACE]

    async def make(tx: Transaction) -> AreaId:
        area = await areas.add(tx, KOMYSHUVAKHA, "Друга")
        await tx.execute(
            "insert into area_settlements(settlement, area_id, community) values (:s, :a, :c)",
            s=settlement.code,
            a=area,
            c=KOMYSHUVAKHA,
        )
        return area

    return await town.app.store.transact(make)


# The answer.


async def test_an_answer_counts_once_it_was_said(either_town: Town) -> None:
    town = either_town
    ivan = await town.officer("Іван Петренко", await town.area())
    await records(ivan)
    await answers(ivan, "Приїду у середу")
    assert await status(town) == ["in_work"]
    await ivan.presses("Сказано")
    await ivan.sees("людина вже отримала")
    assert await status(town) == ["answered"]
    card = await ivan.sees("КШ-2026-000001 · Крадіжка", anywhere=True)
    assert "Надано відповідь" in card.text
    await ivan.does_not_see("не доставлено", anywhere=True)
    await ivan.does_not_see("надіслано мешканцю", anywhere=True)
    assert await town.stored("select id from outbox") == []


async def test_a_printed_answer_can_be_read_and_is_given_on_paper(town: Town, ivan: Person) -> None:
    await records(ivan, channel="Особистий прихід")
    await answers(ivan, "Ґанок оглянуто. Їдьте об’їздом: #panic()")
    await ivan.presses("Надрукувати (PDF)")
    got = await ivan.sees("відповідь для друку", anywhere=True)
    text = text_in(ivan._bot.files.find(got.fields["document"].file_id).content)  # noqa: SLF001
    for each in ("Ґанок оглянуто. Їдьте об’їздом: #panic()", "КШ-2026-000001", "капітан поліції Іван Петренко"):
        assert each in text, each
    assert WORDS not in text
    await ivan.presses("Віддано на папері")
    await ivan.sees("людина вже отримала")
    assert await status(town) == ["answered"]
    acts = [row["act"] for row in await town.stored("select act from audit where subject_kind = 'case'")]
    assert acts.count("copy words") == 1
    assert "hand_out" in acts


async def test_a_second_press_notes_nothing_more(town: Town, ivan: Person) -> None:
    await records(ivan)
    await answers(ivan, "Приїду у середу")
    page = await ivan.sees("Як людина її отримала?")
    await ivan.presses("Сказано")
    await ivan.sees("людина вже отримала")
    await ivan.forges(AnswerRead(CaseId(1)).pack(), on=page)
    await town.settled()
    assert "Немає відповіді, яку треба передати" in ivan.alerts[-1]


async def test_such_a_case_is_closed_and_declined_and_nothing_is_sent_to_nobody(town: Town, ivan: Person) -> None:
    await records(ivan)
    await ivan.presses("Відхилити", on=await ivan.sees("КШ-2026-000001 · Крадіжка", anywhere=True))
    await ivan.sees("напишіть")
    await ivan.says("Це до ради")
    await ivan.sees("Скажіть людині причину", anywhere=True)
    await records(ivan, caller="")
    await ivan.presses("Закрити", on=await ivan.sees("КШ-2026-000002 · Крадіжка", anywhere=True))
    await ivan.presses("Закрити без відповіді")
    await town.settled()
    assert await status(town) == ["declined", "closed"]
    assert await town.stored("select id from outbox") == []


async def test_signs_of_a_crime_offer_no_letter_to_nobody(town: Town, ivan: Person) -> None:
    await records(ivan)
    await ivan.presses("Ознаки злочину", on=await ivan.sees("КШ-2026-000001 · Крадіжка", anywhere=True))
    await town.settled()
    await ivan.does_not_see("Надіслати пораду про 102", anywhere=True)
    assert (await town.stored("select crime_signs from cases"))[0]["crime_signs"]


async def test_it_goes_to_the_next_officer_with_its_telephone(town: Town, ivan: Person) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    maria = await town.officer("Марія Коваль", AreaId(1))
    await records(ivan)
    await dismisses(town, olha)
    card = await maria.sees("КШ-2026-000001 · Крадіжка", anywhere=True)
    assert "Телефон: +380 67 123 45 67" in card.text


async def test_name_and_telephone_go_by_their_term_with_the_words(town: Town, ivan: Person) -> None:
    await records(ivan)
    await ivan.presses("Закрити", on=await ivan.sees("КШ-2026-000001 · Крадіжка", anywhere=True))
    await ivan.presses("Закрити без відповіді")
    for _ in range(390):
        await town.passes(days=1)
    [case] = await town.stored("select words_erased_at, link_erased_at from cases")
    assert case["words_erased_at"] is not None
    assert case["link_erased_at"] is not None
    assert await town.stored("select case_id from case_links") == []
    assert await town.stored("select id from case_messages") == []


async def test_what_was_said_aloud_cannot_be_taken_back_and_there_are_no_last_words(town: Town, ivan: Person) -> None:
    await records(ivan)
    await answers(ivan, "Приїду у середу")
    assert "Відкликати відповідь" in await acts(ivan)
    await ivan.presses("Сказано")
    await ivan.sees("людина вже отримала")
    offered = await acts(ivan)
    assert "Відкликати відповідь" not in offered
    assert "Закрити зі словами" not in offered
    await ivan.forges(CloseWith(CaseId(1)).pack(), on=ivan.chat[-1])
    await town.settled()
    assert await town.stored("select flow from dialogs") == []


async def acts(ivan: Person) -> list[str]:
    await ivan.says("КШ-2026-000001")
    await ivan.presses("Ще дії")
    return (await ivan.sees("Що зробити зі зверненням?")).buttons


async def test_what_is_read_out_says_who_reads_it_and_what_the_board_shows(town: Town, ivan: Person) -> None:
    await begins(ivan)
    await ivan.presses("Далі")
    await ivan.presses("Крадіжка")
    await ivan.presses("Місце не назвали")
    text = (await ivan.sees("Прочитайте людині вголос")).text
    assert "бачитимуть офіцери громади й координатори поліції" in text
    assert "Група поліцейських бачить номер звернення і населений пункт." in text
