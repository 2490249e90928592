"""Product codes: a few drawn rows per category, the edges of the list, and what is no code."""

import pytest

from core.care_forms import CARE_FORMS
from core.products import BY_CODE, CATEGORIES, Product, product_described, product_of

DRAWN = """
    code   label                   hulpvorm  sector
    40A01  Persoonlijke verzorging 04        j&o
    40A12  Persoonlijke verzorging 02        j&o
    41A05  Dagbehandeling          03        j&o
    41A17  Dagbehandeling          03        j&o
    41B02  Diagnostiek             03        j&o
    42A03  Vervoer                 -         -
    43A00  Verblijf, vorm onbekend -         j&o
    43A03  Pleegzorg               11        j&o
    43A04  Gezinshuis              12        j&o
    43A05  Logeren                 12        j&o
    43A06  JeugdzorgPlus           13        j&o
    43A07  Residentieel verblijf   14        j&o
    43A13  Residentieel verblijf   14        lvb
    43A50  Diagnostiek             14        j&o
    43A58  Toeslag                 -         j&o
    43A60  Pleegzorg               11        lvb
    43B15  JeugdzorgPlus           13        j&o
    44A15  Logeren                 14        j&o
    44A43  Residentieel verblijf   14        lvb
    44A44  Residentieel verblijf   14        j&o
    44A58  VPT                     14        ggz
    44A59  Residentieel verblijf   14        ggz
    44B08  Toeslag                 11        j&o
    45A03  Diagnostiek             02        j&o
    45A04  Ambulant regulier       02        j&o
    45A05  Ambulant specialistisch 02        j&o
    45A06  Diagnostiek             02        j&o
    45A20  Ambulant specialistisch 04        j&o
    45A47  Diagnostiek             02        j&o
    45A52  Ambulant regulier       04        j&o
    45A60  Toeslag                 -         j&o
    45A75  Coördinatie             -         j&o
    45B12  Wijkteam                01        j&o
    45B14  Ambulant regulier       02        j&o
    45B23  Ambulant specialistisch 02        j&o
    45B26  Hulp in het netwerk     04        j&o
    46A02  Crisis                  12        j&o
    46B04  Crisis                  14        j&o
    47A04  Jeugdreclassering       -         -
    48A01  Jeugdbescherming        -         -
    49B03  Preventief justitieel kader -     -
    50A12  Maatwerkarrangement     -         j&o
    51A02  Basis-ggz               02        ggz
    52A00  Specialistische ggz     02        ggz
    53A04  Kindergeneeskunde       02        j&o
    54A01  Specialistische ggz     02        ggz
    55A11  Landelijk ingekochte zorg -       j&o
    40     Persoonlijke verzorging 04        j&o
    45     Ambulant regulier       02        j&o
    54     Specialistische ggz     02        ggz
    37     JeugdzorgPlus           13        j&o
"""


def _drawn() -> list[tuple[str, Product]]:
    rows = []
    for line in DRAWN.strip().splitlines()[1:]:
        words = ["" if word == "-" else word for word in line.split()]
        rows.append((words[0], Product(" ".join(words[1:-2]), words[-2], words[-1])))
    return rows


@pytest.mark.parametrize(("code", "product"), _drawn(), ids=[code for code, _ in _drawn()])
def test_a_code_stands_for(code: str, product: Product) -> None:
    assert product_of(code) == product


@pytest.mark.parametrize(
    "code",
    [
        "",
        "45A76",
        "43A67",
        "44B11",
        "47B07",
        "45C01",
        "YS1U",
        "39",
        "56",
        "45A5",
        "450",
        "Pleegzorg",
    ],
)
def test_what_the_list_does_not_know_is_nothing(code: str) -> None:
    assert product_of(code) is None


@pytest.mark.parametrize("written", [" 45a05 ", "45A05 - Ambulant, zwaar", "45A05: ambulant"])
def test_a_code_may_carry_its_description(written: str) -> None:
    assert product_of(written) == product_of("45A05")


def test_a_measure_has_no_hulpvorm_because_its_numbers_come_from_another_list() -> None:
    measures = [product for code, product in BY_CODE.items() if code[:2] in {"47", "48", "49"}]
    assert {product.hulpvorm for product in measures} == {""}


def test_every_product_has_a_known_care_form() -> None:
    labels = {form.label for form in CARE_FORMS}
    categories = [product for _, product in CATEGORIES.values()]
    assert {product.label for product in [*BY_CODE.values(), *categories]} <= labels


def test_the_national_list_is_complete() -> None:
    assert len(BY_CODE) == 450


def test_a_description_of_a_category_is_recognised_without_regard_to_spelling() -> None:
    assert product_described("JEUGDHULP AMBULANT") == product_of("45")
    assert product_described("iets anders") is None
