"""How an officer writes a call or a visit down."""

from simulator import Person

WORDS = "Ґанок зламали вночі, бачила двох"
CALLER = "Марія Ткач, 067 123 45 67"
PLACE = "Веселе"
AGREED = "Людина погодилася"


async def begins(ivan: Person, channel: str = "Дзвінок", words: str = WORDS) -> None:
    """Up to the form with what was said."""
    await ivan.says("Мій кабінет")
    await ivan.presses("Записати дзвінок або прихід")
    await ivan.presses(channel)
    await ivan.sees("Напишіть, що сказала людина")
    await ivan.says(words)
    await ivan.sees("Записано повідомлень: 1.")


async def records(
    ivan: Person,
    caller: str = CALLER,
    *,
    channel: str = "Дзвінок",
    words: str = WORDS,
    subject: str = "Крадіжка",
    place: str = PLACE,
    answer: str = AGREED,
) -> None:
    """A call or a visit from the first press to the number."""
    await begins(ivan, channel, words)
    await ivan.presses("Далі")
    await ivan.presses(subject)
    await ivan.says(place)
    await ivan.sees("Прочитайте людині вголос")
    if caller:
        await ivan.says(caller)
        await ivan.sees("Телефон: ")
    await ivan.presses(answer)
    await ivan.sees("Записано: КШ-", anywhere=True)


async def answers(ivan: Person, words: str) -> None:
    await ivan.presses("Записати відповідь")
    await ivan.sees("напишіть відповідь")
    await ivan.says(words)
    await ivan.sees("Як людина її отримала?")
