"""The directory as one file: sent, checked row by row, confirmed, carried out; and given as the same form."""

from io import BytesIO

from openpyxl import load_workbook

from bot.domain.directory import FORM, Page
from simulator.people import Part
from tests.stories.directory import (
    KOMYSHUVAKHA,
    ONE_COMMUNITY,
    VILLAGE,
    WHERE,
    content_of,
    exports,
    filled,
    opens_directory,
    rows_in,
    sends_file,
)
from tests.stories.posts import ZAPORIZHZHIA, opens_community, payload_in, takes_post
from tests.town import Town


async def test_a_file_is_checked_confirmed_and_carried_out(either_town: Town) -> None:
    town = either_town
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await sends_file(olha, filled(ONE_COMMUNITY))
    await olha.sees("Файл перевірено")
    await olha.sees("Нове: 6")
    assert await town.stored("select code from communities") == []
    await olha.presses("Внести зміни")
    await olha.sees("Зміни внесено")
    await opens_community(olha)
    await olha.presses("Центр · офіцерів: 0")
    await olha.sees("Обслуговує всю громаду")
    await olha.presses("Запросити · Іван Петренко")
    await olha.sees("Разом зі службою почнуться години прийому: 1 запис.")
    ivan = town.telegram.person("Іван")
    await olha.presses("Запросити")
    await takes_post(town, ivan, payload_in(await olha.sees("Посилання", anywhere=True)))
    [rule] = await town.stored("select days, starts from office_rules where removed_at is null")
    assert rule == {"days": 0b10100, "starts": "09:00:00"}
    assert await town.stored("select id from wanted_posts") == []


async def test_the_same_file_changes_nothing_the_second_time(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await sends_file(olha, filled(ONE_COMMUNITY))
    await olha.presses("Внести зміни")
    await olha.sees("Зміни внесено")
    await sends_file(olha, filled(ONE_COMMUNITY))
    await olha.sees("Усе вже так. Змінювати нічого.")
    assert "Внести зміни" not in olha.buttons
    await sends_file(olha, await exports(olha))
    await olha.sees("Усе вже так. Змінювати нічого.")


async def test_one_wrong_row_keeps_all_of_it_back_and_says_why(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    rows = {**ONE_COMMUNITY, Page.AREAS: [(*WHERE, "Центр", "Весела"), (*WHERE, "Північ", VILLAGE)]}
    await sends_file(olha, filled(rows))
    await olha.sees("Дільниці, рядок 2: у реєстрі немає назви «Весела». Можливо: Веселе")
    assert "Внести зміни" not in olha.buttons
    await olha.presses("Файл із перевіркою")
    found = await olha.sees("Ваші рядки з поясненнями", anywhere=True)
    said = [row[-1] for row in rows_in(content_of(olha, found), Page.AREAS)]
    assert said == ["Помилка: у реєстрі немає назви «Весела». Можливо: Веселе", "Нове: дільниця обслуговуватиме"]
    assert await town.stored("select code from communities") == []


async def test_the_file_with_the_findings_can_be_put_right_and_sent_again(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await sends_file(olha, filled({**ONE_COMMUNITY, Page.COMMUNITIES: [("", "Комишуваська", "згодна?")]}))
    await olha.presses("Файл із перевіркою")
    book = load_workbook(BytesIO(content_of(olha, await olha.sees("Ваші рядки з поясненнями", anywhere=True))))
    book[Page.COMMUNITIES]["C2"] = "згодна"
    content = BytesIO()
    book.save(content)
    await sends_file(olha, content.getvalue())
    await olha.sees("Файл перевірено")
    await olha.presses("Внести зміни")
    await olha.sees("Зміни внесено")


async def test_a_community_of_another_oblast_is_refused_in_its_row(town: Town) -> None:
    petro = await town.coordinator("Петро", "UA32000000000030281")
    await sends_file(petro, filled({Page.COMMUNITIES: [(KOMYSHUVAKHA, "", "")]}))
    await petro.sees("Громади, рядок 2: ця громада не у Вашій області")


async def test_what_changes_between_the_check_and_the_press_is_shown_again(town: Town) -> None:
    olha, nina = await town.coordinator("Ольга", ZAPORIZHZHIA), await town.coordinator("Ніна", ZAPORIZHZHIA)
    await sends_file(olha, filled(ONE_COMMUNITY))
    await olha.sees("Файл перевірено")
    await sends_file(nina, filled({Page.COMMUNITIES: ONE_COMMUNITY[Page.COMMUNITIES]}))
    await nina.presses("Внести зміни")
    await nina.sees("Зміни внесено")
    await olha.presses("Внести зміни")
    await olha.sees("Відтоді у довіднику щось змінилося.")
    await olha.sees("Нове: 5")
    await olha.presses("Внести зміни")
    await olha.sees("Зміни внесено")


async def test_a_file_is_given_up_once_and_an_old_press_changes_nothing(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await sends_file(olha, filled(ONE_COMMUNITY))
    await olha.sees("Файл перевірено")
    await olha.presses("Скасувати")
    await olha.sees("Громади, дільниці, кабінети")
    await town.settled()
    assert await town.stored("select code from communities") == []
    assert [row["state"] for row in await town.stored("select state from directory_imports")] == ["cancelled"]


async def test_what_is_no_table_is_answered(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await sends_file(olha, b"a text")
    await olha.sees("Це не таблиця Excel")
    await olha.presses("Надіслати інший файл")
    await olha.sends_photo()
    await olha.sees("Потрібен один файл Excel")
    await olha.sends(Part("document", file_name="a.xlsx", size=21 * 1024**2))
    await olha.sees("Файл завеликий. Найбільше мегабайтів: 20.")
    await olha.says("Скасувати")


async def test_the_form_has_every_heading_and_offers_what_may_be_chosen(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await opens_directory(olha)
    await olha.presses("Завантажити форму")
    book = load_workbook(BytesIO(content_of(olha, await olha.sees("Порожня форма", anywhere=True))))
    assert book.sheetnames[0] == "Як заповнювати"
    for page in Page:
        assert [cell.value for cell in book[page][1]] == list(FORM[page])
        assert book[page].freeze_panes == "A2"
        assert book[page].data_validations.dataValidation


async def test_a_person_who_coordinates_nothing_any_more_changes_nothing(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await sends_file(olha, filled(ONE_COMMUNITY))
    await olha.sees("Файл перевірено")
    await town.stored("update parts set until = 1 where role = 'coordinator'")
    await olha.presses("Внести зміни")
    await town.settled()
    assert olha.alerts[-1] == "Тут нічого не знайдено."
    assert await town.stored("select code from communities") == []


async def test_a_process_that_dies_in_the_middle_goes_on_where_it_was(town: Town) -> None:
    olha = await town.coordinator("Ольга", ZAPORIZHZHIA)
    await sends_file(olha, filled(ONE_COMMUNITY))
    await olha.sees("Файл перевірено")
    await olha.presses("Внести зміни")
    async with town.another_process():
        await olha.sees("Зміни внесено")
        assert len(await town.stored("select id from areas")) == 2
        assert rows_in(await exports(olha), Page.COMMUNITIES) == [[KOMYSHUVAKHA, "Комишуваська", "згодна"]]
