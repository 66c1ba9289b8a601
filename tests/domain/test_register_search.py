"""A community is found however its name, or that of a place in it, is typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.register import Found, OutsidePlace, Register, Search, Settlement, romanised, ukrainian_key
from bot.register.spelling import skeleton, skeletons

REGISTER = Register.load()
SEARCH = Search(REGISTER)
LONG_ENOUGH = [settlement for settlement in REGISTER.settlements if len(settlement.name) >= 6]
LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"

the_same_each_time = settings(derandomize=True)


def communities(found: list[Found]) -> list[str]:
    return [f"{each.community.name}, {each.community.oblast.name}" for each in found]


@pytest.mark.parametrize(
    "query",
    [
        "Комишуваська",
        "комишувахська",
        "КОМИШУВАСЬКА ГРОМАДА",
        "Комишуваська селищна територіальна громада",
        "Комишуваська ТГ",
        "Комишуваха",
        "с-ще Комишуваха",
        "смт. Комишуваха",
        "у селищі Комишуваха",
        "Комишуваха, Запорізька область",
        "Kомишувaxa",  # with Latin letters
        "Комышуваха",
        "Камышеваха",
        "комишувха",
        "комшиуваха",
        "комишув",
        "Комишувасі",
        "Komyshuvakha",
        "Komyshuvaha",
        "KOMYSHUVAKHA",
        "Komyshuvakha, Zaporizhzhia oblast",
        "settlement Komyshuvakha",
        "the village of Komyshuvakha",
        "selyshche Komyshuvakha",
        "Komyshuvaska",
        "Komyshuvaska settlement community",
        "Komyshuvaska hromada",
        "Komyshuvska",
    ],
)
def test_a_community_comes_first_however_it_is_typed(query: str) -> None:
    assert communities(SEARCH.find(query))[0] == "Комишуваська, Запорізька"


@pytest.mark.parametrize(
    ("query", "community"),
    [
        ("Запорожье", "Запорізька, Запорізька"),
        ("запорожская", "Запорізька, Запорізька"),
        ("Вольнянск", "Вільнянська, Запорізька"),
        ("Орехов", "Оріхівська, Запорізька"),
        ("Новониколаевка", "Новомиколаївська, Запорізька"),
        ("Днепрорудное", "Дніпрорудненська, Запорізька"),
        ("Днепр", "Дніпровська, Дніпропетровська"),
        ("Кривой Рог", "Криворізька, Дніпропетровська"),
        ("Жёлтые Воды", "Жовтоводська, Дніпропетровська"),
        ("Белая Церковь", "Білоцерківська, Київська"),
        ("Одесса", "Одеська, Одеська"),
        ("Харьков", "Харківська, Харківська"),
        ("Ровно", "Рівненська, Рівненська"),
        ("Мариуполь", "Маріупольська, Донецька"),
    ],
)
def test_russian_names_are_understood(query: str, community: str) -> None:
    best = SEARCH.find(query)[0]

    assert communities([best]) == [community]
    assert best.exact


@pytest.mark.parametrize(
    ("query", "community"),
    [
        ("Kharkiv", "Харківська, Харківська"),
        ("Zaporizhzhia", "Запорізька, Запорізька"),
        ("Vinnytsia", "Вінницька, Вінницька"),
        ("Vinnytsya", "Вінницька, Вінницька"),
        ("Yenakiieve", "Єнакіївська, Донецька"),
        ("Kryvyi Rih", "Криворізька, Дніпропетровська"),
        ("Bila Tserkva", "Білоцерківська, Київська"),
        ("Odessa", "Одеська, Одеська"),
    ],
)
def test_names_in_latin_letters_are_understood(query: str, community: str) -> None:
    best = SEARCH.find(query)[0]

    assert communities([best]) == [community]
    assert best.exact


def test_latin_letters_that_look_like_a_name_are_understood_too() -> None:
    assert [found for found in SEARCH.find("HOBE") if found.exact] == [
        found for found in SEARCH.find("НОВЕ") if found.exact
    ]


@pytest.mark.parametrize("query", ["Миколаївка", "Николаевка", "николаївка"])
def test_russian_and_mixed_spelling_finds_the_ukrainian_name(query: str) -> None:
    found = SEARCH.find(query)[0]

    assert found.settlement is not None
    assert found.settlement.name == "Миколаївка"


def test_everything_of_one_name_comes_back() -> None:
    eight = [found for found in SEARCH.find("Миколаївська", limit=1) if found.exact]
    assert len(eight) == 8
    assert all(found.settlement is None for found in eight)

    bearers = {settlement.community_code for settlement in REGISTER.settlements if settlement.name == "Зоряне"}
    found = [found for found in SEARCH.find("с. Зоряне", limit=1) if found.exact]
    assert {each.community.code for each in found} >= bearers
    assert len(found) == len({each.community.code for each in found})


def test_names_that_only_resemble_fill_up_to_the_limit() -> None:
    assert len(SEARCH.find("нов", limit=7)) == 7
    assert not any(found.exact for found in SEARCH.find("нов", limit=7))


def test_a_name_that_fits_is_not_followed_by_those_far_from_it() -> None:
    assert communities(SEARCH.find("Одеса")) == ["Одеська, Одеська"]


@pytest.mark.parametrize("apostrophe", ["’", "ʼ", "'", "`", "‘", ""])
@pytest.mark.parametrize(("before", "after"), [("Кам", "янка"), ("В", "язівок")])
def test_any_apostrophe_will_do(before: str, apostrophe: str, after: str) -> None:
    found = SEARCH.find(before + apostrophe + after)

    assert found[0].exact
    assert found == SEARCH.find(f"{before}’{after}")


@pytest.mark.parametrize("query", ["Асканія-Нова", "Асканія Нова", "асканіянова", "АСКАНІЯ–НОВА"])
def test_hyphen_space_and_case_do_not_matter(query: str) -> None:
    assert [found.community.name for found in SEARCH.find(query) if found.exact] == ["Асканіє-Нова"]


@pytest.mark.parametrize(
    "junk",
    [
        "",
        "   ",
        "🙂🙂",
        "12345",
        "...",
        "х" * 4000,
        "Зоряне " * 600,
        "с. " * 40 + "Зоряне",
        "я",
        "\u200f\u0301",
        "qwertyzzz",
    ],
)
def test_junk_finds_nothing(junk: str) -> None:
    assert SEARCH.find(junk) == []
    assert SEARCH.outside(junk) is None


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("Київ", OutsidePlace.KYIV),
        ("м. Киев", OutsidePlace.KYIV),
        ("Kyiv", OutsidePlace.KYIV),
        ("Kiev", OutsidePlace.KYIV),
        ("Kyiv city", OutsidePlace.KYIV),
        ("Sevastopol", OutsidePlace.SEVASTOPOL),
        ("Crimea", OutsidePlace.CRIMEA),
        ("Simferopol", OutsidePlace.CRIMEA),
        ("Pripyat", OutsidePlace.PRYPIAT),
        ("Chornobyl", OutsidePlace.CHORNOBYL),
        ("Chernobyl", OutsidePlace.CHORNOBYL),
        ("Севастополь", OutsidePlace.SEVASTOPOL),
        ("Севастопль", OutsidePlace.SEVASTOPOL),
        ("Крым", OutsidePlace.CRIMEA),
        ("АР Крим", OutsidePlace.CRIMEA),
        ("Сімферополь", OutsidePlace.CRIMEA),
        ("Сімферопольська громада", OutsidePlace.CRIMEA),
        ("Феодосия", OutsidePlace.CRIMEA),
        ("Припять", OutsidePlace.PRYPIAT),
        ("Чернобыль", OutsidePlace.CHORNOBYL),
        ("Ялта", None),  # there are two more, in Donetsk oblast
        ("Комишуваха", None),
        ("Чорнобаївка", None),
    ],
)
def test_places_without_a_community_are_recognised(query: str, place: OutsidePlace | None) -> None:
    assert SEARCH.outside(query) is place


def test_a_village_called_as_a_place_without_a_community_is_still_found() -> None:
    assert [found.community.name for found in SEARCH.find("Київ") if found.exact] == ["Прибузька"]


@given(st.text(max_size=40))
@the_same_each_time
def test_a_skeleton_is_its_own_skeleton(text: str) -> None:
    assert skeleton(skeleton(text)) == skeleton(text)
    for each in skeletons(text):
        assert skeleton(each) == each


@given(st.text(max_size=120))
@the_same_each_time
def test_no_text_breaks_the_search(text: str) -> None:
    assert len([found for found in SEARCH.find(text, limit=5) if not found.exact]) <= 5
    assert SEARCH.outside(text) in {None, *OutsidePlace}


@given(st.sampled_from(REGISTER.settlements))
@the_same_each_time
def test_any_settlement_leads_to_its_community(settlement: Settlement) -> None:
    exact = [found.community.code for found in SEARCH.find(settlement.name, limit=0) if found.exact]
    assert settlement.community_code in exact


@given(st.sampled_from(LONG_ENOUGH))
@settings(the_same_each_time, max_examples=300)
def test_a_settlement_is_found_in_latin_letters(settlement: Settlement) -> None:
    bearers = {each.community_code for each in REGISTER.settlements if each.name == settlement.name}
    assert bearers & {found.community.code for found in SEARCH.find(romanised(settlement.name))}


@st.composite
def slipped(draw: st.DrawFn) -> tuple[Settlement, str]:
    """A settlement and its name with one letter left out, wrong or added, or with two swapped."""
    settlement = draw(st.sampled_from(LONG_ENOUGH))
    name = settlement.name
    at = draw(st.integers(0, len(name) - 2))
    letter = draw(st.sampled_from(LETTERS))
    before, here, after = name[:at], name[at], name[at + 1 :]
    return settlement, before + draw(st.sampled_from(["", letter, letter + here, after[0] + here])) + after


@given(slipped())
@settings(the_same_each_time, max_examples=300)
def test_a_settlement_is_found_with_a_slip_in_its_name(slip: tuple[Settlement, str]) -> None:
    settlement, typed = slip
    found = SEARCH.find(typed, limit=10_000)

    # A slip may make another settlement's name: then that one is what was asked for.
    assert settlement.community_code in {each.community.code for each in found} or found[0].exact


def test_names_are_sorted_as_in_a_ukrainian_dictionary() -> None:
    rows = [
        ["Гай", "Ґанок", "Дуб"],
        ["Ель", "Єва", "Жук"],
        ["Кит", "Кіт", "Кїт", "Кйт"],
        ["Лань", "Ланьок", "Ланю", "Ланя"],
        ["Нова Ялта", "Нова-Ялтівка", "Новаки"],
        ["Кам’яна", "Камяна Балка", "Кам’янка"],
    ]
    for row in rows:
        shuffled = [*row[1:], row[0]]
        assert sorted(shuffled, key=ukrainian_key) == row


@the_same_each_time
@given(st.sampled_from(LONG_ENOUGH))
def test_the_first_letters_find_a_place_within_its_community_however_many_others_begin_so(place: Settlement) -> None:
    found = SEARCH.find(place.name[:3], within={place.community_code})
    assert [each.community.code for each in found] == [place.community_code]


# The region.

# But for Zakarpattia, the only one without a Кам’янка.
OBLASTS = [each.name for each in REGISTER.oblasts if each.name != "Закарпатська"]
OBLASTS_IN_RUSSIAN = [
    "Винницкая", "Волынская", "Днепропетровская", "Донецкая", "Житомирская", "Запорожская", "Ивано-Франковская",
    "Киевская", "Кировоградская", "Луганская", "Львовская", "Николаевская", "Одесская", "Полтавская", "Ровенская",
    "Сумская", "Тернопольская", "Харьковская", "Херсонская", "Хмельницкая", "Черкасская", "Черниговская",
    "Черновицкая"
]  # fmt: skip


@pytest.mark.parametrize(
    "query",
    [
        "Комышуваха запорожская",
        "комишуваха запорізька",
        "Комишуваха запорізької обл.",
        "Комишуваха Запоріжжя",
        "Комишуваха Запорожье",
        "Комишуваха, Запорізька область",
        "Запорізька обл., Запорізький р-н, с-ще Комишуваха",
        "Комишуваха запорізький район",
        "Комишуваха район Запорізький",
        "Komyshuvakha Zaporizhzhia",
        "Komyshuvakha, Zaporizka oblast",
    ],
)
def test_an_oblast_or_a_raion_in_any_form_narrows_what_is_found(query: str) -> None:
    [found] = SEARCH.find(query)
    assert communities([found]) == ["Комишуваська, Запорізька"]
    assert found.exact


@pytest.mark.parametrize("form", [*OBLASTS_IN_RUSSIAN, *OBLASTS])
def test_every_oblast_is_recognised_in_both_languages_and_in_other_cases(form: str) -> None:
    for query in (f"Кам’янка {form}", f"Кам’янка {form} область", f"{form} обл., Кам’янка"):
        assert len({found.community.oblast.name for found in SEARCH.find(query) if found.exact}) == 1, query


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("Кам’янець-Подільський", "Кам’янець-Подільська, Хмельницька"),  # all of it is a name
        ("Нова Каховка", "Новокаховська, Херсонська"),
        ("Комишуваха Оріхівський район", "Комишуваська, Запорізька"),  # a raion of former days
        ("Новомиколаївка Чернігівська", "Новомиколаївська, Запорізька"),  # there is none there
        ("Комишуаха запорожская", "Комишуваська, Запорізька"),  # a letter left out
        ("Миколаївська громада", "Миколаївська, Донецька"),
        ("Вишневе, вул. Харківська, 5", "Вишнева, Київська"),  # a street
    ],
)
def test_what_is_no_region_or_no_help_spoils_nothing(query: str, first: str) -> None:
    assert communities(SEARCH.find(query))[0] == first


def test_a_region_alone_is_a_name() -> None:
    assert communities(SEARCH.find("запорожская"))[0] == "Запорізька, Запорізька"
    assert communities(SEARCH.find("Миколаївська"))[0].startswith("Миколаївська")
