"""A view drawn by hand: a picture with hidden and rounded numbers, its table, and its card."""

from datetime import date

import altair as alt
import pandas as pd

from core.charts import theme
from core.export.card import Card, View

CARD = Card(
    page="reeksen",
    title="Trajectreeksen",
    question="Hoe loopt hulp van de eerste tot de laatste stap?",
    finding="Na het eerste traject volgt bij 36% van 1.235 jeugdigen een tweede.",
    filters="Gemeente: Aldervoorde; Hulpvorm: Pleegzorg & meer",
    period="2021 t/m 2024",
    definition=(
        "reeksen waarvan het eerste traject in de periode begon. Telregels: een traject "
        "overbrugt ten hoogste 62 dagen zonder declaratie, een reeks ten hoogste 184 dagen zonder "
        "hulp; alleen hulp na elkaar telt."
    ),
    source="voorbeeldregio, stand op 31-10-2024; latere regels tellen niet mee",
    status="Voorlopig: wat na 31-07-2024 gebeurde, kan nog veranderen. Volgorde: ✓ goed.",
    protection="Niveau Tafel. Aantallen van 0 tot en met 9 jeugdigen staan er als <10.",
    made_on=date(2026, 11, 22),
)

TABLE = pd.DataFrame(
    {
        "Hulpvorm": ["Ambulant regulier", "Pleegzorg", "=2+2", "-lichter"],
        "Jeugdigen": ["1.235", "120", "<10", "-5"],
        "Deel": ["88%", "8,5%", "niet te tonen", "<1%"],
        "Kosten": ["€ 1.234", "-€ 12,50", "\u2013", "niet te tonen"],
        "Jaar": ["2024", "2023", "2022", "2021"],
        "Verschil": ["+5", "+3%", "-2%", "12345"],
    }
)

DRAWN = pd.DataFrame({"form": ["Ambulant regulier", "Pleegzorg"], "clients": [1235, 120]})


def chart_of_forms() -> alt.LayerChart:
    """Draw bars with words; the type of one field is left to be found from its table."""
    at = {"x": alt.X("clients:Q", title="Jeugdigen"), "y": alt.Y("form:N", title=None)}
    bars = alt.Chart(DRAWN).mark_bar(color=theme.LADDER[4]).encode(**at, tooltip=["form"])
    words = bars.mark_text(dx=30).encode(**at, text=alt.Text("clients", format=",.0f"))
    return alt.LayerChart(layer=[bars, words], height=alt.Step(42))


BEGINNINGS = (
    *("=", "+", "-", "@", "|", "\t", "\r", "\n", " ", "\u00a0", " =", "\u200b=", "\ufeff+"),
    *(
        "\u2060-",
        "\u00ad@",
        "\u202e=",
        "\u0000=",
        "\u0301=",
        "\uff1d",
        "\uff0b",
        "\uff0d",
        "\uff20",
    ),
    *("\u200b\uff1d", "\ufe66", "\u3000="),
)
"""With these a text begins that a spreadsheet could take for a formula: plain, unseen and wide."""

VIEW = View(CARD, TABLE, chart_of_forms())
ONLY_TABLE = View(CARD, TABLE)
