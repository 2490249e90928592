import altair as alt
import pytest

from core.charts import theme


def test_every_chart_speaks_dutch() -> None:
    config = alt.Chart().mark_point().to_dict()["config"]
    assert config["locale"]["number"]["decimal"] == ","
    assert config["locale"]["time"]["months"][4] == "mei"


def test_every_rung_is_darker_than_the_one_before() -> None:
    """Then the order stays readable in grey and for colour-blind people."""
    lightness = [theme._luminance(colour) for colour in theme.LADDER]  # noqa: SLF001
    assert lightness == sorted(lightness, reverse=True)
    assert len(set(lightness)) == len(lightness)


def test_the_separating_line_is_seen_on_paper() -> None:
    assert contrast(theme.LINE, theme.PAPER) > 3


@pytest.mark.parametrize(
    "colour", [*theme.LADDER, *theme.STATUS_COLOURS.values(), theme.UNRANKED_FORM, theme.SIGNAL]
)
def test_text_on_a_colour_can_be_read(colour: str) -> None:
    assert contrast(theme.ink_on(colour), colour) >= 4.5


def test_forms_on_one_rung_share_a_colour() -> None:
    colours = theme.form_colours((("Ambulant", 2), ("Basis-ggz", 2), ("JeugdzorgPlus", 8)))
    assert colours["Ambulant"] == colours["Basis-ggz"] == theme.LADDER[1]
    assert colours["JeugdzorgPlus"] == theme.LADDER[7]


def test_a_rung_keeps_its_colour_whatever_other_rungs_the_data_hold() -> None:
    assert theme.form_colours((("Ambulant", 2),))["Ambulant"] == theme.LADDER[1]


def test_a_longer_ladder_is_spread_over_the_scale() -> None:
    assert theme.level_colour(12, highest=12) == theme.LADDER[-1]
    assert theme.level_colour(1, highest=12) == theme.LADDER[0]


def test_what_is_not_on_the_ladder_is_neutral() -> None:
    assert theme.level_colour(0) == theme.UNRANKED_FORM


def test_forms_stand_from_light_to_heavy_with_the_unranked_last() -> None:
    ladder = (("Verblijf", 7), ("Ambulant", 2), ("Basis-ggz", 2))
    forms = ["Pleegzorg", "Verblijf", "Basis-ggz", "Ambulant"]
    ordered = ["Ambulant", "Basis-ggz", "Verblijf", "Pleegzorg"]
    assert theme.in_ladder_order(forms, ladder) == ordered


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of WCAG 2.1."""
    lightest, darkest = sorted(
        (theme._luminance(one), theme._luminance(other)),  # noqa: SLF001
        reverse=True,
    )
    return (lightest + 0.05) / (darkest + 0.05)
