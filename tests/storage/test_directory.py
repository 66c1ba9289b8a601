"""What is taken into an empty database is given out as the same rows, and an area's wishes end with it; on both."""

from bot.domain.directory import FORM, Page, form_of
from bot.domain.directory_known import rows_of
from bot.domain.directory_places import Places as Names
from bot.domain.directory_places import divided
from bot.services.directory import BY_OPERATOR, Places, apply, gather_all
from bot.sheets import Workbook
from bot.storage import areas, wanted_posts
from bot.storage.engine import Database
from bot.storage.transaction import Store, Transaction
from simulator.clock import MovedClock
from tests.town import KOMYSHUVAKHA, policy, resources

COMMUNITY = resources().register.community(KOMYSHUVAKHA)
PLACES = Places(resources().register, resources().search)
WHERE = [str(COMMUNITY.code), COMMUNITY.name]
STREET = "вул. Шкільна, 1"
TABLES: dict[Page, list[list[str]]] = {
    Page.COMMUNITIES: [[*WHERE, "згодна"]],
    Page.AREAS: [
        [*WHERE, "Центр", "решта громади", ""],
        [*WHERE, "Північ", COMMUNITY.settlements[1].name, str(COMMUNITY.settlements[1].code)],
        [*WHERE, "Схід", "", ""],
    ],
    Page.OFFICES: [[*WHERE, STREET, "47.71", "35.53"]],
    Page.POSTS: [[*WHERE, "Центр", "Іван Петренко", "запросити"]],
    Page.HOURS: [[*WHERE, "Іван Петренко", STREET, "ср, пт", "щотижня", "09:00", "12:00", "01.12.2026", "01.06.2027"]],
}


async def test_what_is_taken_into_an_empty_database_is_given_out_as_the_same_rows(database: Database) -> None:
    store = Store(database, MovedClock(), policy())
    tables: dict[str, list[list[str]]] = {str(page): [list(FORM[page]), *rows] for page, rows in TABLES.items()}
    rows = divided(form_of(Workbook(tables)), Names(PLACES.register, PLACES.search, None)).rows[COMMUNITY.code]

    async def take_in(tx: Transaction) -> None:
        planned = await apply(tx, BY_OPERATOR, PLACES, COMMUNITY.code, rows)
        assert not planned.fails, planned.findings

    await store.transact(take_in)
    [known] = await store.read(gather_all)
    given = {page: [[row[name] for name in FORM[page]] for row in rows_of(known, COMMUNITY, page)] for page in Page}
    assert given == TABLES

    async def again(tx: Transaction) -> None:
        assert (await apply(tx, BY_OPERATOR, PLACES, COMMUNITY.code, rows)).changes == ()
        [centre, *_] = await areas.of_community(tx, COMMUNITY.code)
        [wanted] = await wanted_posts.of_area(tx, centre.id)
        await wanted_posts.remove_of(tx, centre.id)
        assert await wanted_posts.hours_of(tx, [wanted.id]) == []

    await store.transact(again)
