"""Names in Latin letters, as the resolution No. 55 of the Cabinet of Ministers gives them."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.register.romanisation import in_cyrillic, romanised
from tests.faults import assert_none
from tests.town import resources

# The resolution's own examples, and names of the register.
TABLE = [
    ("Алушта", "Alushta"),
    ("Борщагівка", "Borshchahivka"),
    ("Вінниця", "Vinnytsia"),
    ("Гадяч", "Hadiach"),
    ("Згорани", "Zghorany"),
    ("Ґалаґан", "Galagan"),
    ("Донецьк", "Donetsk"),
    ("Рівне", "Rivne"),
    ("Єнакієве", "Yenakiieve"),
    ("Гаєвич", "Haievych"),
    ("Житомир", "Zhytomyr"),
    ("Закарпаття", "Zakarpattia"),
    ("Медвин", "Medvyn"),
    ("Іршава", "Irshava"),
    ("Їжакевич", "Yizhakevych"),
    ("Кадиївка", "Kadyivka"),
    ("Йосипівка", "Yosypivka"),
    ("Стрий", "Stryi"),
    ("Київ", "Kyiv"),
    ("Харків", "Kharkiv"),
    ("Біла Церква", "Bila Tserkva"),
    ("Чернівці", "Chernivtsi"),
    ("Шостка", "Shostka"),
    ("Щербухи", "Shcherbukhy"),
    ("Гоща", "Hoshcha"),
    ("Юрій", "Yurii"),
    ("Корюківка", "Koriukivka"),
    ("Яготин", "Yahotyn"),
    ("Костянтин", "Kostiantyn"),
    ("Знам’янка", "Znamianka"),
    ("Знам'янка", "Znamianka"),
    ("Кам’янець-Подільський", "Kamianets-Podilskyi"),
    ("Асканія-Нова", "Askaniia-Nova"),
    ("Згурівка", "Zghurivka"),
    ("Розгірче", "Rozghirche"),
    ("Комишуваська", "Komyshuvaska"),
    ("Ново-Єгорівка", "Novo-Yehorivka"),
    ("ЗГУРІВКА", "ZGHURIVKA"),
    ("село Нове", "selo Nove"),
    ("Kyiv 2", "Kyiv 2"),
    ("", ""),
]


def test_a_name_is_written_by_the_rules() -> None:
    assert_none(f"{name}: {romanised(name)}, not {latin}" for name, latin in TABLE if romanised(name) != latin)


@pytest.mark.parametrize(
    ("latin", "name"),
    [
        ("Komyshuvakha", "комишуваха"),
        ("Borshchahivka", "борщагівка"),
        ("Zghurivka", "згурівка"),
        ("Zhytomyr", "житомир"),
        ("Tshchenets", "тщенец"),
        ("Yenakiieve", "єнакієве"),
        ("Yahotyn", "яготин"),
        ("Koriukivka", "корюківка"),
        ("Vinnytsia", "вінниця"),
        ("Novo-Yehorivka", "ново-єгорівка"),
        ("Комишуваха 2", "комишуваха 2"),
    ],
)
def test_a_name_is_turned_back(latin: str, name: str) -> None:
    assert in_cyrillic(latin) == name


def test_every_name_of_the_register_comes_out_in_plain_latin_letters() -> None:
    register = resources().register
    names = {each.name for each in register.oblasts} | {each.raion.name for each in register.communities}
    names |= {each.name for each in register.communities} | {each.name for each in register.settlements}
    odd = [name for name in names if set(romanised(name)) - set(string.ascii_letters + " -()0123456789")]
    assert odd == []
    assert all(romanised(name)[0].isupper() for name in names if name[0].isupper())


@given(st.text(alphabet="абвгґдеєжзиіїйклмнопрстуфхцчшщьюяАБВГҐЄЇ’' -.", max_size=30))
def test_words_are_written_one_by_one_and_only_once(text: str) -> None:
    latin = romanised(text)
    assert romanised(latin) == latin
    assert " ".join(map(romanised, text.split(" "))) == latin
