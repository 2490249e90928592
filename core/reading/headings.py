"""What the columns of a file mean, by their headings.

A heading is compared by its letters and digits only. The exact synonym decides; where a required
meaning has none, a heading that contains one is a guess, which the owner is asked to confirm.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from core.care_forms import plain
from core.errors import MissingMeaning
from core.reading.choices import IGNORED, ReadingChoices
from core.reading.raw import MEANINGS

SYNONYMS: Final[Mapping[str, str]] = {
    "client_id": """pseudoniem pseudobsn bsnpseudo versleuteldbsn bsnversleuteld
        gepseudonimiseerdbsn gehashtbsn clientpseudoniem pseudoniemclient pseudoid pseudonummer
        clientid clientnummer clientnr clientcode clientkey clientidentificatie jeugdigenummer
        jeugdigenr jeugdigeid kindnummer inwonernummer persoonsnummer persoonid client jeugdige
        kind""",
    "municipality": """gemeentecode codegemeente gemeentenummer gemeente gemeentenaam naamgemeente
        budgethouder woonplaatsgemeente woongemeente""",
    "provider": """agbcode agb agbcodeaanbieder agbaanbieder aanbiederagb aanbiedercode
        aanbiedernummer aanbieder zorgaanbieder jeugdhulpaanbieder leverancier naamaanbieder
        naamzorgaanbieder aanbiedernaam instelling""",
    "care_form": """hulpvorm zorgvorm jeugdhulpvorm vormvanjeugdhulp vormvanhulp hulpsoort
        soorthulp soortjeugdhulp typehulp typejeugdhulp zorgsoort""",
    "product": """productcode product artikelcode productomschrijving productnaam
        voorzieningcode voorziening productcategorie categorie perceel""",
    "start": """productperiodebegin begindatumproductperiode begindatumproduct begindatumperiode
        begindatumprestatie begindatum startdatum ingangsdatum datumaanvang aanvangsdatum
        datumaanvangjeugdhulp aanvangjeugdhulp
        datumbegin datumstart datumingang startdatumzorg begindatumzorg periodebegin periodevan
        datumvan vanaf begin start van""",
    "end": """productperiodeeind productperiodeeinde einddatumproductperiode einddatumproduct
        einddatumperiode einddatumprestatie einddatum datumeinde datumeind eindedatum stopdatum
        datumstop einddatumzorg periodeeind periodeeinde periodetot periodetm datumtot
        datumeindejeugdhulp eindejeugdhulp
        datumtotenmet totenmet einde eind tot tm end""",
    "period": """productperiode declaratieperiode declaratiemaand zorgmaand kalendermaand jaarmaand
        factuurperiode periode maand""",
    "year": "declaratiejaar zorgjaar kalenderjaar jaar",
    "amount": """toegekendbedrag betaaldbedrag gedeclareerdbedrag ingediendbedrag declaratiebedrag
        factuurbedrag bedrag bedrageur bedrageuro bedragineuro bedragineuros totaalbedrag kosten""",
    "debit_credit": """debetcredit debitcredit debetcreditindicatie indicatiedebetcredit
        creditdebet dc cd""",
    "allocation": """toewijzingnummer toewijzingsnummer toewijzingnr toewijzingsnr toewijzingid
        toewijzing beschikkingnummer beschikkingsnummer beschikkingnr indicatienummer
        beschikking""",
    "referrer": """typeverwijzer soortverwijzer verwijzertype verwijzersoort verwijzer
        verwezendoor""",
    "end_reason": """redenbeeindiging redenbeeindigen beeindigingsreden redeneinde redeneindezorg
        stopreden redenstop redenuitstroom""",
    "crisis": "crisis crisisindicatie indicatiecrisis crisisjanee gestartmetcrisis spoed",
    "reference": "referentienummer referentienr referentienummerprestatie referentie",
    "previous_reference": """vorigreferentienummer vorigereferentienummer vorigreferentienr
        vorigereferentie vorigreferentie""",
    "declared_on": """declaratiedatum datumdeclaratie declaratiedagtekening dagtekening
        factuurdatum datumfactuur indieningsdatum datumaanmaakbestand aanmaakdatumbestand
        aanleverdatum""",
    "volume": "geleverdvolume volume geleverdaantal aantaleenheden aantal",
    "unit": "eenheid eenheidcode codeeenheid zorgeenheid",
    "rate": "producttarief tarief tariefpereenheid prijspereenheid eenheidsprijs prijs",
    "district": "wijkcode wijk buurtcode buurt wijknaam buurtnaam",
    "birth_year": "geboortejaar",
    "sex": "geslacht geslachtscode sekse",
    "decision": "declaratiestatus statusdeclaratie statusprestatie beoordeling status",
    "scheme": """regeling regelingnaam naamregeling soortregeling wettelijkkader wettelijkeregeling
        wet""",
    "spell": "spell",
    "start_source": "startsource",
}
"""The synonyms of each meaning, reduced by ``plain``; the most precise comes first."""

RANKED: Final[Mapping[str, tuple[str, int]]] = {
    name: (meaning, rank)
    for meaning, names in SYNONYMS.items()
    for rank, name in enumerate([*names.split(), plain(meaning)])
}
VALUE: Final = re.compile(r"(\d\D*){4}|@")  # what headings lack and cells have
SHORTEST_GUESS: Final = 5  # letters: a shorter synonym occurs inside too many words


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a file: its place from 0, its heading and its meaning."""

    place: int
    heading: str
    meaning: str  # of MEANINGS; empty when it is not used
    certain: bool = True
    passed_over: bool = False  # a more precise column has its meaning
    examples: tuple[str, ...] = ()


def known_headings(cells: Sequence[str]) -> int:
    """Count the cells that are a synonym: how much a line looks like the headings of a file."""
    return sum(plain(cell) in RANKED for cell in cells)


def meanings_of(file: str, headings: Sequence[str], choices: ReadingChoices) -> tuple[Column, ...]:
    """Give every column its meaning: what was chosen, else by synonym, else a guess.

    Raises ``MissingMeaning`` with the names of what is required and not found: client_id,
    care_form (or product), start (or period), end (or period).
    """
    columns = [
        _by_synonym(place, heading, choices.meaning_of(file, heading))
        for place, heading in enumerate(headings)
    ]
    for meaning in missing(columns):
        columns = _guessed(columns, meaning)
    columns = _one_each(columns, choices, file)
    if absent := missing(columns):
        chosen = any(choices.meaning_of(file, heading) for heading in headings)
        raise MissingMeaning(file, absent, headings_to_tell(headings, known=chosen))
    return tuple(columns)


def headings_to_tell(headings: Sequence[str], *, known: bool = False) -> tuple[str, ...]:
    """Give the headings that a message may repeat: none when they may be the cells of a line.

    At least one must be a synonym (or ``known`` in another way), and one that holds four digits or
    an @ is left out whatever stands beside it.
    """
    if not known and not known_headings(headings):
        return ()
    return tuple(heading for heading in headings if heading and not VALUE.search(heading))


def missing(columns: Sequence[Column]) -> tuple[str, ...]:
    """Name the required meanings that no column carries."""
    found = {column.meaning for column in columns}
    wanted = (
        ("client_id", {"client_id"}),
        ("care_form", {"care_form", "product"}),
        ("start", {"start", "period"}),
        ("end", {"end", "period"}),
    )
    return tuple(name for name, carriers in wanted if not found & carriers)


def _by_synonym(place: int, heading: str, chosen: str | None) -> Column:
    meaning = RANKED.get(plain(heading), (IGNORED, 0))[0] if chosen is None else chosen
    return Column(place, heading, meaning)


def _guessed(columns: list[Column], meaning: str) -> list[Column]:
    """Let the first unused heading that contains a long synonym carry the meaning."""
    names = [name for name in SYNONYMS[meaning].split() if len(name) >= SHORTEST_GUESS]
    for column in columns:
        if not column.meaning and any(name in plain(column.heading) for name in names):
            guess = Column(column.place, column.heading, meaning, certain=False)
            return [guess if other is column else other for other in columns]
    return columns


def _one_each(columns: list[Column], choices: ReadingChoices, file: str) -> list[Column]:
    """Keep each meaning for one column: what was chosen, then the most precise, then the first."""

    def precision(column: Column) -> tuple[bool, int, int]:
        by_itself = choices.meaning_of(file, column.heading) is None
        return by_itself, RANKED.get(plain(column.heading), ("", 99))[1], column.place

    best: dict[str, Column] = {}
    for column in sorted(columns, key=precision):
        best.setdefault(column.meaning, column)
    return [column if _keeps(column, best) else _passed_over(column) for column in columns]


def _keeps(column: Column, best: Mapping[str, Column]) -> bool:
    return column.meaning == IGNORED or best[column.meaning] is column


def _passed_over(column: Column) -> Column:
    return Column(column.place, column.heading, IGNORED, passed_over=True)


assert set(SYNONYMS) == set(MEANINGS)  # noqa: S101 - the vocabulary is complete
