"""Notices in the database: who may still act on them, whom they may be confirmed by, and what is due."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.audience import NoticePlace
from bot.domain.bodies import Body, Entity, File, Kind
from bot.domain.ids import AreaId, NoticeId, OfficerId, PersonId
from bot.domain.languages import Language
from bot.domain.notices import Content, Notice, Status
from bot.domain.subscriptions import Topic
from bot.register import CommunityCode, SettlementCode
from bot.storage import areas, communities, notices, officers
from bot.storage.transaction import Store, Transaction
from simulator.clock import MovedClock
from tests.storage.village import ELSEWHERE, HERE, area, coordinator, officer, person
from tests.town import KOMYSHUVAKHA

FAR = CommunityCode("far")
ZORIANE = SettlementCode("zoriane")


async def written(
    tx: Transaction, author: PersonId, officer_id: OfficerId | None = None, *, places: list[NoticePlace] | None = None
) -> NoticeId:
    notice_id = await notices.add_draft(tx, author, officer_id, Topic.MISSING, tx.now + timedelta(days=7))
    await notices.set_places(tx, notice_id, places or [NoticePlace(KOMYSHUVAKHA, None, None)])
    return notice_id


async def loaded(tx: Transaction, notice_id: NoticeId) -> Notice:
    found = await notices.by_id(tx, notice_id)
    assert found is not None
    return found


async def stands_as(tx: Transaction, notice_id: NoticeId, status: Status) -> None:
    await notices.save(tx, replace(await loaded(tx, notice_id), status=status))


async def person_of(tx: Transaction, officer_id: OfficerId) -> PersonId:
    found = await officers.person_of(tx, officer_id)
    assert found is not None
    return found


async def test_what_a_notice_says_and_whom_it_is_for_is_read_as_it_was_written(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        places = [
            NoticePlace(KOMYSHUVAKHA, SettlementCode(""), await area(tx)),
            NoticePlace(KOMYSHUVAKHA, SettlementCode("s"), None),
        ]
        notice_id = await written(tx, await person(tx), places=places)
        content = Content(
            {
                Language.UK: Body(Kind.TEXT, "Слова", (Entity("bold", 0, 5),)),
                Language.EN: Body(Kind.TEXT, "Text"),
            },
            [Body(Kind.PHOTO, file=File(external_id="b")), Body(Kind.VIDEO, file=File(external_id="a"))],
        )
        await notices.set_content(tx, notice_id, content)
        stored = await notices.content(tx, notice_id)
        attached = [each.file for each in stored.files if each.file is not None]
        assert [each.external_id for each in attached] == ["b", "a"]
        ids = dict(zip("ba", (each.id for each in attached), strict=True))
        kept = [
            replace(body, file=replace(body.file, id=ids[body.file.external_id])) for body in content.files if body.file
        ]
        assert stored == Content(content.words, kept)
        await notices.set_content(tx, notice_id, Content(content.words, kept[:1]))
        assert await tx.column(int, "select id from files") == [ids["b"]]
        assert await notices.places(tx, notice_id) == places
        changed = replace(await loaded(tx, notice_id), urgent=True, chats=False, scheduled_at=tx.now, version=3)
        await notices.save(tx, changed)
        assert await loaded(tx, notice_id) == changed
        await notices.delete(tx, notice_id)
        assert await notices.content(tx, notice_id) == Content({}, [])
        assert not await tx.exists("select id from files")

    await store.transact(story)


async def test_an_officers_notice_is_his_as_long_as_he_serves_at_all_its_places(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        near, beside = await area(tx), await areas.add(tx, KOMYSHUVAKHA, "Північна")
        ivan = await officer(tx, near)
        author = await person_of(tx, ivan)
        own = await written(tx, author, ivan, places=[NoticePlace(KOMYSHUVAKHA, None, near)])
        too_far = await written(
            tx,
            author,
            ivan,
            places=[NoticePlace(KOMYSHUVAKHA, None, near), NoticePlace(KOMYSHUVAKHA, ZORIANE, beside)],
        )
        assert await notices.own(tx, own, author)
        assert await notices.own(tx, own, await person(tx)) is None
        assert await notices.own(tx, too_far, author) is None
        await officers.assign(tx, ivan, beside)
        assert await notices.own(tx, too_far, author)
        await officers.end_posts(tx, ivan, [near])
        assert await notices.own(tx, own, author) is None

    await store.transact(story)


async def test_a_coordinator_acts_on_what_is_for_his_scope_alone_and_past_being_written(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        ivan = await officer(tx, await area(tx))
        await communities.add(tx, FAR, ELSEWHERE, await person(tx))
        here, country = await coordinator(tx, HERE), await coordinator(tx, None)
        author = await person_of(tx, ivan)
        inside = await written(tx, author, ivan)
        across = await written(
            tx, author, ivan, places=[NoticePlace(KOMYSHUVAKHA, None, None), NoticePlace(FAR, None, None)]
        )
        assert await notices.coordinated(tx, inside, here) is None
        for each in (inside, across):
            await stands_as(tx, each, Status.SENT)
        assert await notices.coordinated(tx, inside, here)
        assert await notices.coordinated(tx, across, here) is None
        assert await notices.coordinated(tx, across, country)
        assert [each.id for each in await notices.of_scope(tx, here, 9, 0)] == [inside]
        assert {each.id for each in await notices.of_scope(tx, country, 9, 0)} == {inside, across}

    await store.transact(story)


async def test_a_second_coordinator_is_another_one_of_all_the_places(store: Store) -> None:
    async def story(tx: Transaction) -> None:
        await area(tx)
        author, second, country = await coordinator(tx, HERE), await coordinator(tx, HERE), await coordinator(tx, None)
        await coordinator(tx, ELSEWHERE)
        notice = await loaded(tx, await written(tx, author))
        assert await notices.seconds(tx, notice) == [second, country]
        await tx.execute(
            "update chats set unreachable_since = :now where id = (select chat_id from persons where id = :id)",
            now=tx.now,
            id=second,
        )
        assert await notices.seconds(tx, notice) == [country]

    await store.transact(story)


async def test_what_is_due_says_whether_its_author_may_still_send_it(store: Store, clock: MovedClock) -> None:
    async def prepare(tx: Transaction) -> tuple[NoticeId, NoticeId, OfficerId, AreaId]:
        near = await area(tx)
        ivan, olha = await officer(tx, near), await coordinator(tx, HERE)
        places = [NoticePlace(KOMYSHUVAKHA, None, near)]
        ids = await written(tx, await person_of(tx, ivan), ivan, places=places), await written(tx, olha)
        for each in ids:
            hour = tx.now + timedelta(hours=1)
            await notices.save(tx, replace(await loaded(tx, each), status=Status.WAITING, scheduled_at=hour))
        return *ids, ivan, near

    officers_own, coordinators, ivan, near = await store.transact(prepare)
    assert not await store.transact(notices.due)
    clock.advance(timedelta(hours=1))
    assert await store.transact(notices.due) == {officers_own: True, coordinators: True}

    async def dismiss(tx: Transaction) -> None:
        await officers.end_posts(tx, ivan, [near])
        await notices.save(tx, replace(await loaded(tx, coordinators), awaits_second=True))

    await store.transact(dismiss)
    assert await store.transact(notices.due) == {officers_own: False}
