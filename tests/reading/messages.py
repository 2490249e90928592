"""iJw messages made for tests: only the elements that matter, with test numbers for clients."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any, BinaryIO

from core.frames import open_duckdb
from core.reading.findings import Finding
from core.reading.ijw import read_messages
from core.reading.mapped import rows_of

MUNICIPALITY = "0114"
PROVIDER = "65656055"
BSN = "999900006"

CODES = {"301": "436", "305": "438", "307": "440", "315": "446", "323": "490", "325": "491"}
TO_PROVIDER = ("301", "325")


def message(number: str, body: str, release: str = "3_2") -> bytes:
    """Write a message with its header; ``body`` stands in the namespace of the message."""
    parties = (MUNICIPALITY, PROVIDER) if number in TO_PROVIDER else (PROVIDER, MUNICIPALITY)
    base = f"http://www.istandaarden.nl/ijw/{release}"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<m:Bericht xmlns:m="{base}/jw{number}/schema" xmlns:ijw="{base}/basisschema/schema">
  <m:Header>
    <m:BerichtCode>{CODES[number]}</m:BerichtCode>
    <m:Afzender>{parties[0]}</m:Afzender>
    <m:Ontvanger>{parties[1]}</m:Ontvanger>
    <m:BerichtIdentificatie>
      <ijw:Identificatie>123456789012</ijw:Identificatie>
      <ijw:Dagtekening>2024-05-06</ijw:Dagtekening>
    </m:BerichtIdentificatie>
  </m:Header>
  {body}
</m:Bericht>
""".encode()


def client(number: str, inside: str, element: str = "Pseudoniem") -> str:
    """Write a client with a number that is a pseudonym, or a ``Bsn`` in a message as sent."""
    return f"<m:Client><m:{element}>{number}</m:{element}>{inside}</m:Client>"


def line(reference: str, month: str, last: str, debit_credit: str = "D", **changed: str) -> str:
    """Write a declared line; ``month`` is its first and ``last`` its last day."""
    plain = {"allocation": "10072", "product": "45A04", "cents": "5000", "unit": "04"}
    of = plain | {"previous": "", "code": ""} | changed
    code = f"<m:RetourCodes><m:RetourCode>{of['code']}</m:RetourCode></m:RetourCodes>"
    previous = of["previous"]
    earlier = f"<ijw:VorigReferentieNummer>{previous}</ijw:VorigReferentieNummer>"
    return f"""<m:Prestatie>
      <m:ProductReferentie><ijw:ReferentieNummer>{reference}</ijw:ReferentieNummer>
        {earlier if previous else ""}</m:ProductReferentie>
      <m:ToewijzingNummer>{of["allocation"]}</m:ToewijzingNummer>
      <m:ProductCategorie>{of["product"][:2]}</m:ProductCategorie>
      <m:ProductCode>{of["product"]}</m:ProductCode>
      <m:ProductPeriode><ijw:Begindatum>{month}</ijw:Begindatum>
        <ijw:Einddatum>{last}</ijw:Einddatum></m:ProductPeriode>
      <m:GeleverdVolume>4</m:GeleverdVolume><m:Eenheid>{of["unit"]}</m:Eenheid>
      <m:ProductTarief>1250</m:ProductTarief>
      <m:IngediendBedrag><ijw:Bedrag>{of["cents"]}</ijw:Bedrag>
        <ijw:DebetCredit>{debit_credit}</ijw:DebetCredit></m:IngediendBedrag>
      {code if of["code"] else ""}
    </m:Prestatie>"""


def declaration(clients: str, release: str = "3_2", **changed: str) -> bytes:
    """Write a JW323 around its clients; ``total`` is the sum it says to hold, in cents."""
    of = {"number": "DN001", "day": "2024-05-06", "total": "", "sign": "D"} | changed
    sum_ = f"""<m:TotaalIngediendBedrag><ijw:TotaalBedrag>{of["total"]}</ijw:TotaalBedrag>
        <ijw:DebetCredit>{of["sign"]}</ijw:DebetCredit></m:TotaalIngediendBedrag>"""
    body = f"""<m:Declaratie><m:DeclaratieNummer>{of["number"]}</m:DeclaratieNummer>
        <m:DeclaratieDagtekening>{of["day"]}</m:DeclaratieDagtekening>
        {sum_ if of["total"] else ""}"""
    return message("323", f"{body}<m:Clienten>{clients}</m:Clienten></m:Declaratie>", release)


def answer(lines: str, number: str = "") -> bytes:
    """Write a JW325 that rejects lines, of the declaration with a number."""
    named = f"<m:DeclaratieNummer>{number}</m:DeclaratieNummer>" if number else ""
    body = f"<m:DeclaratieAntwoord>{named}<m:Clienten>{lines}</m:Clienten></m:DeclaratieAntwoord>"
    return message("325", body)


def lines_of(number: str, *lines: str, element: str = "Pseudoniem") -> str:
    """Write a client of a declaration with lines."""
    return client(number, f"<m:Prestaties>{''.join(lines)}</m:Prestaties>", element)


def allocated(start: str, changed: str = "2024-01-01", **more: str) -> str:
    """Write an allocation (JW301) as it was on the day ``changed``."""
    of = {"allocation": "10072", "end": "", "reason": "", "request": "A1", "budget": ""} | more
    end = f"<m:Einddatum>{of['end']}</m:Einddatum>" if of["end"] else ""
    reason = f"<m:RedenWijziging>{of['reason']}</m:RedenWijziging>" if of["reason"] else ""
    asked = f"<m:ReferentieAanbieder>{of['request']}</m:ReferentieAanbieder>"
    size = f"""<m:Omvang><ijw:Volume>6</ijw:Volume><ijw:Eenheid>04</ijw:Eenheid>
      <ijw:Frequentie>4</ijw:Frequentie></m:Omvang><m:Budget>{of["budget"]}</m:Budget>"""
    return f"""<m:ToegewezenProducten><m:ToegewezenProduct>
      <m:ToewijzingNummer>{of["allocation"]}</m:ToewijzingNummer>
      {asked if of["request"] else ""}
      <m:Product><ijw:Categorie>45</ijw:Categorie><ijw:Code>45A04</ijw:Code></m:Product>
      <m:Toewijzingsdatum>{changed}</m:Toewijzingsdatum>
      <m:Toewijzingstijd>12:00:00</m:Toewijzingstijd>
      <m:Ingangsdatum>{start}</m:Ingangsdatum>{end}{reason}{size if of["budget"] else ""}
    </m:ToegewezenProduct></m:ToegewezenProducten>"""


def started(day: str, code: str = "45A04", status: str = "1") -> str:
    """Write a start of care (JW305)."""
    product = f"<m:Product><ijw:Categorie>45</ijw:Categorie><ijw:Code>{code}</ijw:Code></m:Product>"
    return f"""<m:StartProducten><m:StartProduct>
      <m:ToewijzingNummer>10072</m:ToewijzingNummer>{product if code else ""}
      <m:Begindatum>{day}</m:Begindatum><m:StatusAanlevering>{status}</m:StatusAanlevering>
    </m:StartProduct></m:StartProducten>"""


def stopped(start: str, day: str, reason: str = "31", code: str = "45A04") -> str:
    """Write a stop of care (JW307)."""
    product = f"<m:Product><ijw:Categorie>45</ijw:Categorie><ijw:Code>{code}</ijw:Code></m:Product>"
    return f"""<m:StopProducten><m:StopProduct>
      <m:ToewijzingNummer>10072</m:ToewijzingNummer>{product if code else ""}
      <m:Begindatum>{start}</m:Begindatum><m:RedenBeeindiging>{reason}</m:RedenBeeindiging>
      <m:Einddatum>{day}</m:Einddatum><m:StatusAanlevering>1</m:StatusAanlevering>
    </m:StopProduct></m:StopProducten>"""


def as_files(*contents: bytes) -> list[tuple[str, BinaryIO]]:
    """Number contents as opened files."""
    return [(f"bericht{number}.xml", BytesIO(content)) for number, content in enumerate(contents)]


def read(*contents: bytes) -> list["Message"]:
    """Read contents as the messages of one delivery, in a DuckDB of their own."""
    workspace = open_duckdb()
    return [
        Message(raw.lines_read, tuple(raw.table.columns), _rows(raw.table), _found(raw.findings))
        for raw in read_messages(workspace.session, as_files(*contents))
    ]


@dataclass(frozen=True, slots=True)
class Message:
    """What reading one message gave: its lines in order, and the rules with their numbers."""

    lines_read: int
    columns: tuple[str, ...]
    rows: list[dict[str, Any]]
    findings: dict[str, int]

    def cells(self, *names: str) -> list[tuple[Any, ...]]:
        """List some cells of every line."""
        return [tuple(row[name] for name in names) for row in self.rows]


def _rows(table: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - a relation or an Arrow table
    return sorted(rows_of(table), key=lambda row: row["row"])


def _found(findings: Sequence[Finding]) -> dict[str, int]:
    return {finding.rule: finding.rows for finding in findings}
