"""What is recognised as an emergency in residents' texts, and what must not be."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cases import EMERGENCY_FIRST
from bot.domain.emergencies import emergency_in, mentioned
from bot.domain.emergency_phrases import EVERYDAY, LASTING, PASSING, Emergency
from bot.domain.phrase_matching import Phrase, Said
from tests.faults import assert_none

PHRASES = [line for lines in (*LASTING.values(), *PASSING.values()) for line in lines]
RECOGNISED = {*LASTING, *PASSING}

MENTIONED: dict[Emergency, tuple[str, ...]] = {
    Emergency.UXO: (
        "На городі знайшли міну",
        "дети нашли гранату возле школы",
        "В посадці лежить нерозірваний снаряд",
        "Снаряды лежат у дороги",
        "мiна на стежці",  # with a Latin i
        "тут старі міни лежать біля ставка",
        "в поле мины, трактор не может выехать",
        "поле заміноване, а люди ходять",
        "Знайшли вибухівку в підвалі",
        "взрывчатка в гараже у соседа",
        "Дрон упав на подвір'я",
        "упал шахед за селом",
        "приліт у сусідній будинок, люди під завалами",
        "підозрілий дрон над селом",
        "уламки ракети в саду",
        "обломки дрона во дворе",
        "Хлопці принесли додому набої",
        "якийсь вибухонебезпечний предмет коло криниці",
        "Горить хата і лежить снаряд у дворі",
        "розтяжка у лісі, дріт через стежку",
        "there is a bomb",
        "my son found a grenade near the river",
        "a land mine on the path",
        "Unexploded shell in the field",
        "the drone fell in our garden",
        "suspicious package at the school",
        "people are under the rubble",
    ),
    Emergency.LIFE: (
        "Чоловік мене б'є",
        "сусід б’є жінку, дуже кричить",
        "муж меня бьет",
        "сосед бьёт жену, дети плачут",
        "його бють біля магазину",
        "бʼють людину",
        "Вбивають!!!",
        "он ее убьет",
        "вбьє же ж він її",
        "сказав що вб'є мене",
        "Він погрожує ножем",
        "угрожает пистолетом продавщице",
        "якийсь мужик з сокирою ходить по вулиці",
        "дістав ніж і кричить",
        "схватил нож, помогите",
        "Під клубом стріляють",
        "кто-то стреляет на улице",
        "чули постріли за селом",
        "бійка біля кафе",
        "дерутся возле школы",
        "викрали дитину",
        "на нас напали",
        "ломятся в дверь, мне страшно",
        "озброєні люди зайшли в магазин",
        "він її душить",
        "дівчину зґвалтували",
        "he beats me",
        "My husband is beating our children",
        "he has a knife",
        "my husband drinks and hits me",
        "dogs attack children",
        "He’s got a gun",
        "a man with an axe in the street",
        "he threatens to kill me",
        "he wants to kill my mother",
        "shots fired",
        "I hear shots near the club",
        "someone is shooting",
        "she was stabbed",
        "they opened fire at the shop",
        "my friend was kidnapped",
    ),
    Emergency.SUICIDE: (
        "син каже що повіситься",
        "он хочет повеситься",
        "сусід думає про самогубство",
        "я не хочу жити",
        "не хочет жить, заперлась",
        "хоче накласти на себе руки",
        "хоче покінчити з собою",
        "собирается покончить с собой",
        "хлопець стрибне з даху",
        "перерезала себе вены",
        "I want to kill myself",
        "he wants to hang himself",
        "she doesn't want to live",
        "I don’t want to live any more",
        "I want to die",
        "going to jump from the roof",
        "she swallowed pills",
    ),
    Emergency.FIRE: (
        "Пожежа на Шевченка 5",
        "Хочу повідомити про пожежу",
        "пожар в соседнем доме",
        "горить хата",
        "Горит дом напротив",
        "трава горить, вітер на село",
        "палає стерня за селом",
        "горить сухостій",
        "дим з вікна квартири",
        "сосед поджёг сарай",
        "загорілася машина",
        "мы горим",
        "my house is on fire",
        "fire at the school",
        "FIRE!!!",
        "I want to report a fire",
        "there's a fire, call the fire brigade",
        "the barn is burning",
        "smoke is coming from the window",
        "flames on the balcony",
    ),
    Emergency.GAS: (
        "В під'їзді пахне газом",
        "воняет газом в подвале",
        "сильний запах газу",
        "витік газу на вулиці",
        "утечка газа",
        "I smell gas",
        "strong smell of gas in the basement",
        "gas leak in the street",
        "gas is leaking",
    ),
    Emergency.ACCIDENT: (
        "ДТП, є постраждалі",
        "авария на трассе, есть раненые",
        "Щойно сталася аварія на мосту",
        "машина збила дитину",
        "сбили человека и уехали",
        "перевернулась фура",
        "car crash, two people injured",
        "there was an accident on the bridge",
        "a car hit a child",
        "a girl was hit by a bus",
        "the truck overturned",
    ),
    Emergency.MEDICAL: (
        "чоловік лежить без свідомості",
        "мужчина без сознания на остановке",
        "бабуся не дихає",
        "бабушке плохо с сердцем",
        "дитина тоне в ставку",
        "дід упав і не встає",
        "лежить і не рухається",
        "someone is bleeding",
        "he is unconscious",
        "my grandmother can't breathe",
        "someone fell from the bridge",
        "a boy is drowning in the lake",
        "please send an ambulance",
        "a man is lying and not moving",
    ),
    Emergency.BREAK_IN: (
        "хтось ламає двері",
        "злодії зараз у сусідній хаті",
        "лезут в окно",
        "грабують магазин",
        "someone is breaking into my house",
        "they are trying to break in",
        "a burglar in the neighbour's flat",
        "we are being robbed",
    ),
    Emergency.MISSING: (
        "зникла дитина, 7 років",
        "Пропала дитина!",
        "пропал ребёнок",
        "дочка пропала, телефон вимкнений",
        "Дитина, 5 років, зникла біля ставка",
        "бабуся пішла і заблукала, а зараз ніч: зникла наша бабуся",
        "син не повернувся додому",
        "не пришёл домой из школы",
        "дід зник безвісти",
        "шукаємо маму, пішла вранці",
        "my son is missing",
        "A child, 7, is missing",
        "missing girl, red jacket",
        "my daughter did not come home",
        "he has been missing since Monday",
        "I can't find my son",
        "we are looking for our grandfather",
    ),
    Emergency.SABOTAGE: (
        "спалили релейну шафу на колії",
        "по селу ходить диверсант",
        "вербують підлітків у чаті",
        "a saboteur at the railway",
        "they burned a relay cabinet",
    ),
    Emergency.GENERAL: (
        "помогите",
        "Допоможіть!",
        "Рятуйте",
        "help",
        "SOS",
        "памагіть хто чує",
        "допоможіть, будь ласка, хто-небудь",
        "викличте поліцію",
        "потрібна допомога, швидше",
        "за мною хтось іде",
    ),
}

EVERYDAY_WORDS = (
    "Доброго дня! Коли приймає офіцер?",
    "де купити мінеральну воду",
    "ніжний ранок у селі",
    "у бібліотеці зникла книжка",
    "хочу поміняти паспорт",
    "змінили графік прийому?",
    "мінімальна зарплата",
    "міні-футбол на стадіоні заважає спати",
    "потрібен мини-трактор",
    "15 мин назад звонил",
    "минув тиждень, відповіді немає",
    "до речі, горить ліхтар удень",
    "не горить ліхтар на вулиці",
    "у школі горить світло всю ніч",
    "пожежна частина працює?",
    "інструктаж з пожежної безпеки",
    "де пожежний гідрант",
    "сусід вбиває цвяхи о шостій ранку",
    "краще ніж торік",
    "ніж у попередньому році було менше скарг",
    "не хочу жити поруч з таким сусідом",
    "пропала собака",
    "пропав велосипед від магазину",
    "у сина пропав телефон",
    "пропали гроші з картки",
    "зникло світло на вулиці",
    "пропал интернет",
    "погрожує судом",
    "сусід погрожує штрафом",
    "стріляє в спині, чи приймає лікар",
    "стріляли салютами до ночі",
    "серце б'ється, коли бачу такі ями",
    "труба лопнула, вода б'є фонтаном",
    "град побив городину",
    "довідка за газ",
    "рахунок за газ не прийшов",
    "газета з новинами громади",
    "продає гранати на базарі",
    "спортивний снаряд у парку зламаний",
    "повісили оголошення на стовпі",
    "повесили объявление без разрешения",
    "порізали дерева біля дороги",
    "погана дорога, ями",
    "світлофор закриває гілка, дитині погано видно",
    "сусідка спалює листя",
    "верба впала, вербу треба прибрати",
    "автомат з кавою не працює",
    "собаки гавкають цілу ніч",
    "шум після одинадцятої, музика",
    "дякую за роботу!",
    "шахраї дзвонили від імені банку",
    "бьюти-салон без вывески",
    "fire department's phone number?",
    "when was he fired",
    "was the officer fired at last",
    "missing document",
    "my wife's passport is missing",
    "a page is missing",
    "our dog disappeared",
    "where is the fire station",
    "fire safety rules at school",
    "the fire extinguisher is empty",
    "can the mayor fire an officer?",
    "who can fire him",
    "they will fire me",
    "after the fire the roof leaks",
    "where is the bomb shelter",
    "is this cat yours? no, it is mine",
    "a friend of mine wants to write",
    "he beats me at chess",
    "the noise is killing me",
    "he killed the engine",
    "a shooting range near the houses",
    "the lights are burning all day",
    "I don't want to live near that bar",
    "gas bill for May",
    "he threatens to complain to the court",
    "when do the officer's hours begin",
    "he has a dog",
    "a man with a dog",
    "my son has a question",
    "a hunting rifle permit",
    "how do I register a gun",
    "the road is bad, many holes",
    "the bus did not come",
    "my son lost his passport",
    "he stopped coming to work",
    "the kids are loud at night",
    "his music hits hard",
    "I was hit by a fine",
    "flu shots for pensioners",
    "the street light is broken",
    "thank you for your help",
    "hello",
    "yes, it is mine",
    "",
    "👍",
    "???",
)


def test_an_emergency_is_recognised_in_the_words_of_residents() -> None:
    assert_none(
        f"{emergency}: «{words}» is taken for {found}"
        for emergency, texts in MENTIONED.items()
        for words in texts
        if (found := emergency_in(words)) is not emergency
    )


def said(line: str) -> st.SearchStrategy[str]:
    """What people may say by one line of phrases, with nothing in between, and any ending where any will do."""
    words = [st.sampled_from(word.split("|")) for word in line.split() if word not in ("..", "&")]
    return st.tuples(*words).map(" ".join).map(lambda words: words.replace("…", "ав"))


# Each has words of an everyday phrase, of a polite request, or of yesterday.
CALLS_ALL_THE_SAME = (
    "сусід б'є мене лопатою",
    "на вулиці вбивають людину",
    "на вулиці Миру вбивають",
    "вбили людину біля парку",
    "його побили пляшкою",
    "б'є жінку палицею по вікнах",
    "мене побили на зупинці біля лавки",
    "б'є сина ременем",
    "вдарив мене пляшкою",
    "чоловіка побили біля стовпа",
    "якийсь псих кидається на перехожих з молотком",
    "вбивають на дорозі",
    "кинув у мене камінь",
    "стріляє в мене з рогатки",
    "ріже мене ножем на дорозі",
    "чоловік б'є мене в машині",
    "мене б'ють у під'їзді",
    "б'ють на вулиці",
    "вони б'ють когось коло паркану",
    "стріляють по вікнах",
    "хтось стріляє у дворі по собаках і людях",
    "побив мене на стадіоні після змагань",
    "чоловік душить мене краваткою",
    "мене вбивають за гроші",
    "дитина впала з гойдалки і не дихає",
    "пожежа у школі після вибуху",
    "згоріла хата, є люди всередині",
    "не бачу сенсу жити",
    "погано з серцем, приїдьте",
    "допоможіть з пораненим",
    "помогите вытащить человека из огня",
    "допоможіть знайти дитину пропала",
    "допоможіть врятувати людину тоне",
    "вчора чоловік побив і зараз знову ломиться",
    "в новинах нічого, а в нас стріляють",
    "мене побили вчора вночі, я в крові лежу",
    "чоловік загубився в лісі",
    "дівчинка 5 років загубилась",
    "бабуся пропала, хвора на деменцію",
    "потеряли ребенка",
    "чоловік вдарив мене і забрав телефон",
    "вибили двері, лізуть",
    "він вже все розтрощив і б'є мене",
    "чоловік б'є мене, куди подати заяву",
    "чоловік б'є мене, де отримати допомогу",
    "Роман б'є дружину",
    "біля кіно б'ють людину",
    "він мене колись уб'є",
    "на блокпост напали",
    "раніше терпіла, він б'є мене щодня",
    "на тренуванні хлопець втратив свідомість",
    "дякую за увагу, сусід б'є дитину",
    "швидка не їде, дід вмирає",
    "сказали чекати, а він лізе у вікно",
    "двері зламали, боюсь зайти",
    "поліція приїхала але він б'ється з ними",
    "мій дід упав, довідку потім, зараз швидку",
    "вчора вигнав, сьогодні прийшов з ножем",
    "він каже що вб'є мене завтра",
    "я вагітна він б'є мене в живіт",
    "діти самі вдома горить плита",
    "немає сил жити",
    "чоловіка б'ють струмом",
    "хочу жити допоможіть він мене вб'є",
)


def test_words_of_everyday_hide_no_call_for_help() -> None:
    assert_none(f"«{words}» is not recognised" for words in CALLS_ALL_THE_SAME if emergency_in(words) is None)


@given(st.sampled_from(PHRASES).flatmap(lambda line: st.tuples(st.just(line), said(line))))
def test_a_phrase_is_found_whichever_of_its_words_are_said(said_by: tuple[str, str]) -> None:
    line, words = said_by
    assert Phrase.of(line).paths(Said.of(words))


def turns(line: str) -> list[str]:
    """The first words of a line, the second ones and so on."""
    rows = [word.replace("…", "ав").split("|") for word in line.split() if word not in ("..", "&")]
    return [" ".join(row[turn % len(row)] for row in rows) for turn in range(max(map(len, rows)))]


def test_nothing_that_speaks_against_a_card_makes_a_phrase_useless() -> None:
    assert_none(line for line in PHRASES if not any(mentioned(Said.of(words)) for words in turns(line)))


def test_everyday_words_do_not_set_the_card_off() -> None:
    assert_none(
        f"«{words}» is taken for {found}" for words in EVERYDAY_WORDS if (found := emergency_in(words)) is not None
    )


@pytest.mark.parametrize("apostrophe", ["'", "’", "ʼ", "`", "‘", "′", ""])
def test_any_apostrophe_will_do(apostrophe: str) -> None:
    assert emergency_in(f"він б{apostrophe}є дітей") is Emergency.LIFE


def test_every_kind_that_words_can_tell_has_its_sentences() -> None:
    assert MENTIONED.keys() == RECOGNISED


@given(st.text())
def test_any_text_gets_an_answer(text: str) -> None:
    assert emergency_in(text) in {None, *RECOGNISED}


@given(st.lists(st.sampled_from(re.split(r"[\s|]+", " ".join([*EVERYDAY, *PHRASES])))))
def test_any_row_of_the_words_looked_for_gets_an_answer(words: list[str]) -> None:
    assert emergency_in(" ".join(words)) in {None, *RECOGNISED}


def test_a_category_whose_form_opens_with_a_card_has_one() -> None:
    assert {Emergency(category.value) for category in EMERGENCY_FIRST} == set(Emergency) - RECOGNISED


def test_what_lies_unexploded_comes_before_everything_else() -> None:
    assert emergency_in("стріляють, горить хата, у дворі граната") is Emergency.UXO
