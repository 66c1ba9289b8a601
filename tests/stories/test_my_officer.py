"""The page of one's officer, for everyone who opens it."""

from bot.storage.transaction import Transaction
from tests.town import Town


async def test_a_resident_sees_what_everyone_may_know_of_the_officer(town: Town) -> None:
    area = await town.area()
    officer = await town.officer("Іван Петренко", area)

    async def tells_more(tx: Transaction) -> None:
        await tx.execute("update officers set station = 'вул. Миру, 1', phone = '0671234567'")

    await town.app.store.transact(tells_more)
    olena = await town.resident("Олена")
    await olena.presses("Мій офіцер")
    card = await olena.sees("Офіцер: капітан поліції Іван Петренко")
    assert "\nПоліцейський офіцер громади\n" in card.text
    assert "Поліцейська станція: вул. Миру, 1" in card.text
    assert "Телефон: +380 67 123 45 67" in card.text
    assert str(officer.id) not in card.text
    await olena.presses("‹ Назад")
    await olena.sees("Оберіть, що потрібно")


async def test_every_officer_of_the_area_is_shown_and_empty_fields_are_left_out(town: Town) -> None:
    area = await town.area()
    await town.officer("Іван Петренко", area)
    await town.officer("Оксана Коваль", area, rank="лейтенант поліції")
    olena = await town.resident("Олена")
    for word in ("офіцер", "ОФІЦЕР", "officer"):
        await olena.says(word)
        card = await olena.sees("лейтенант поліції Оксана Коваль")
        assert "капітан поліції Іван Петренко" in card.text
        assert "Телефон" not in card.text


async def test_an_area_without_an_officer_says_so_with_the_numbers(town: Town) -> None:
    await town.area()
    olena = await town.resident("Олена")
    await olena.presses("Мій офіцер")
    card = await olena.sees("Зараз тут немає офіцера")
    assert "102 — поліція" in card.text


async def test_an_officer_who_left_is_not_shown(town: Town) -> None:
    area = await town.area()
    await town.officer("Іван Петренко", area)

    async def leaves(tx: Transaction) -> None:
        await tx.execute("update assignments set until = :now", now=tx.now)

    await town.app.store.transact(leaves)
    olena = await town.resident("Олена")
    await olena.presses("Мій офіцер")
    await olena.sees("Зараз тут немає офіцера")
    await olena.does_not_see("Петренко")


async def test_looking_up_the_officer_needs_no_consent_and_stores_no_place(town: Town) -> None:
    await town.officer("Іван Петренко", await town.area())
    olena = town.telegram.person("Олена")
    await olena.starts()
    await olena.presses("Мій офіцер")
    await olena.sees("Вкажіть громаду, і бот покаже її офіцера")
    await olena.presses("Вказати громаду")
    await olena.says("Комишуваська")
    await olena.presses("Так, моя")
    await olena.sees("капітан поліції Іван Петренко")
    assert await town.stored("select community from residents") == []

    await olena.presses("Написати офіцеру")
    await olena.presses("Погоджуюся")
    await olena.sees("Громаду записано", anywhere=True)
    await olena.sees("Оберіть, що потрібно")


async def test_who_has_not_agreed_is_asked_before_being_put_on_the_list_of_those_who_wait(town: Town) -> None:
    olena = town.telegram.person("Олена")
    await olena.starts()
    await olena.says("офіцер")
    await olena.presses("Вказати громаду")
    await olena.says("Комишуваська")
    await olena.presses("Так, моя")
    await olena.sees("Ваша громада ще не долучилася")
    await olena.presses("Повідомити, коли з’явиться офіцер")
    await olena.sees("Доброго дня!")
    assert await town.stored("select person_id from waiting_residents") == []


async def test_who_writes_where_nobody_has_joined_sees_the_numbers_and_nothing_is_kept(town: Town) -> None:
    olena = await town.resident("Олена")
    await olena.starts()
    await olena.sees("Офіцера у Вашій громаді ще немає")
    for words in ("Повідомити", "Запитати", "Біля школи шум"):
        await olena.says(words)
        reply = await olena.sees("Ваша громада ще не долучилася")
        assert "102 — поліція" in reply.text
    assert await town.stored("select id from cases") == []
