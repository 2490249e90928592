"""Both sides of the table: what the municipality and the provider delivered of one line, as one.

A line of the municipality and a line of the provider are one record when client, municipality,
provider, product, period and sign agree; or, stronger, when they carry the same reference or the
same allocation, so that a line of which the period or the product was corrected still pairs. Lines
are paired one to one, equal amounts first, then in order of amount; nothing depends on the order
of the files. A column that one side does not deliver at all takes no part in the comparison.

The municipality's line stays, because it pays: ``side`` becomes both, ``counterpart_cents`` is what
the provider has, and what the municipality does not know is filled in. The provider's line becomes
a ``duplicate``, so that every line and every cent stays in the ledger once.

Whoever made pseudonyms with a key of their own shares no client with the other side. Such files are
left as they are, and a warning says so: the same care may then stand in the data twice.
"""

from typing import Final

import duckdb

from core.reading.mapped import rows_of

# A file is linked when it shares at least one in a hundred clients with a file of the other side,
# counted in the smaller of the two. Written to give the same answer before and after matching.
LINKED: Final = """
    CREATE OR REPLACE TEMP TABLE linked_files AS
    WITH clients AS (
        SELECT DISTINCT file_number, side = 'provider' AS provides, client_id FROM typed
        WHERE side <> '' AND rule IN ('', 'duplicate')),
    files AS (
        SELECT file_number, provides, count(*) AS clients FROM clients GROUP BY ALL),
    shared AS (
        SELECT payer.file_number AS payer, giver.file_number AS giver, count(*) AS clients
        FROM clients AS payer JOIN clients AS giver USING (client_id)
        WHERE NOT payer.provides AND giver.provides GROUP BY ALL),
    linked AS (
        SELECT unnest([payer, giver]) AS file_number FROM shared
        JOIN files AS payers ON payer = payers.file_number AND NOT payers.provides
        JOIN files AS givers ON giver = givers.file_number AND givers.provides
        WHERE shared.clients * 100 >= least(payers.clients, givers.clients))
    SELECT file_number, file_number IN (FROM linked) AS is_linked FROM files
    WHERE (SELECT count(DISTINCT provides) FROM files) = 2
    GROUP BY file_number"""

UNLINKED: Final = "SELECT file_number FROM linked_files WHERE NOT is_linked ORDER BY ALL"

KEY_OF: Final = """
    CREATE OR REPLACE TEMP MACRO key_of(who, parts) AS
    md5_number(concat_ws(chr(31), who, array_to_string(parts, chr(31))))"""

# The keys in order of strength, null where lines cannot be compared that way: numbers of 128 bits,
# which never meet by chance. The fourth and the fifth are for lines of which one side knows the
# care form only.
COMPARED: Final = """
    CREATE OR REPLACE TEMP TABLE compared AS
    WITH sided AS (
        SELECT rowid AS line, * FROM typed
        SEMI JOIN (FROM linked_files WHERE is_linked) USING (file_number)
        WHERE rule = '' AND side IN ('municipality', 'provider')),
    filled AS (
        SELECT bool_or(municipality <> '') AS municipality, bool_or(provider <> '') AS provider
        FROM sided GROUP BY side),
    common AS (
        SELECT bool_and(municipality) AS municipality, bool_and(provider) AS provider FROM filled),
    whose AS MATERIALIZED (
        SELECT line, side = 'provider' AS provides, amount_cents, source, row,
            reference, allocation, product, care_form,
            concat_ws(chr(31), client_id, is_credit,
                if(common.municipality, sided.municipality, ''),
                if(common.provider, sided.provider, '')) AS who,
            concat_ws(chr(31), who, "start", "end") AS period,
            concat_ws(chr(31), who, left((DATE '1970-01-01' + "start"::INTEGER)::VARCHAR, 7))
                AS in_month
        FROM sided, common)
    SELECT line, provides, amount_cents, source, row,
        [if(reference <> '', key_of(who, [reference]), NULL),
         if(allocation <> '', key_of(period, [product, allocation]), NULL),
         key_of(period, [product]),
         if(provides OR product = care_form, key_of(period, [care_form]), NULL),
         if(NOT provides OR product = care_form, key_of(period, [care_form]), NULL),
         if(allocation <> '', key_of(period, [allocation]), NULL),
         if(allocation <> '', key_of(in_month, [product, allocation]), NULL)] AS keys
    FROM whose"""

KEYS: Final = 7

PAIRED: Final = "CREATE OR REPLACE TEMP TABLE paired (payer BIGINT, giver BIGINT)"

PAIR: Final = """
    INSERT INTO paired
    WITH keyed AS (
        SELECT line, provides, amount_cents, source, row, keys[$key] AS key,
            if($exact, amount_cents, 0) AS cents
        FROM compared WHERE keys[$key] IS NOT NULL),
    placed AS (
        SELECT line, provides, key, cents,
            row_number() OVER (
                PARTITION BY provides, key, cents ORDER BY amount_cents, source, row) AS nth
        FROM keyed)
    SELECT payer.line, giver.line FROM placed AS payer JOIN placed AS giver
    ON payer.key = giver.key AND payer.nth = giver.nth
        AND payer.cents IS NOT DISTINCT FROM giver.cents
    WHERE NOT payer.provides AND giver.provides"""

FORGET_PAIRED: Final = """
    DELETE FROM compared WHERE line IN (SELECT unnest([payer, giver]) FROM paired)"""

JOIN: Final = """
    UPDATE typed SET
        side = 'both',
        counterpart_cents = given.amount_cents,
        municipality = if(typed.municipality = '', given.municipality, typed.municipality),
        provider = if(typed.provider = '', given.provider, typed.provider),
        provider_code = if(typed.provider_code = '', given.provider_code, typed.provider_code),
        allocation = if(typed.allocation = '', given.allocation, typed.allocation),
        spell = if(typed.allocation = '', given.spell, typed.spell),
        referrer = if(typed.referrer = '', given.referrer, typed.referrer),
        end_reason = if(typed.end_reason = '', given.end_reason, typed.end_reason),
        start_source = if(typed."start" = given."start" AND typed.start_source = 'declaration',
            given.start_source, typed.start_source),
        dated = typed.dated OR typed."start" = given."start" AND given.dated,
        crisis = typed.crisis OR given.crisis,
        sector = if(typed.sector = '', given.sector, typed.sector),
        reference = if(typed.reference = '', given.reference, typed.reference),
        previous_reference = if(typed.reference = '' AND typed.previous_reference = '',
            given.previous_reference, typed.previous_reference),
        declared_on = coalesce(typed.declared_on, given.declared_on),
        volume = if(typed.volume IS NULL AND typed.unit IN ('', given.unit),
            given.volume, typed.volume),
        rate_cents = if(typed.rate_cents IS NULL AND typed.unit IN ('', given.unit),
            given.rate_cents, typed.rate_cents),
        unit = if(typed.unit = '', given.unit, typed.unit),
        district = if(typed.district = '', given.district, typed.district),
        birth_year = coalesce(typed.birth_year, given.birth_year),
        sex = if(typed.sex = '', given.sex, typed.sex)
    FROM paired JOIN typed AS given ON paired.giver = given.rowid
    WHERE typed.rowid = paired.payer"""

REPEATS: Final = """
    UPDATE typed SET rule = 'duplicate' FROM paired WHERE typed.rowid = paired.giver"""

SCRATCH: Final = ("linked_files", "compared", "paired")


def match_sides(session: duckdb.DuckDBPyConnection) -> tuple[int, ...]:
    """Pair the accepted lines of ``typed`` that both sides delivered; a record keeps one line.

    Gives the ``file_number`` of each file that shares (nearly) no client with the other side, for
    the warning ``sides_not_linkable``. Without files of two sides nothing happens. Call it after
    duplicates were marked, so that each side holds a line once.
    """
    session.execute(LINKED)
    if rows_of(session.sql("FROM linked_files WHERE is_linked")):
        _pair(session)
    unlinked = tuple(int(row["file_number"]) for row in rows_of(session.sql(UNLINKED)))
    for name in SCRATCH:
        session.execute(f'DROP TABLE IF EXISTS "{name}"')
    return unlinked


def _pair(session: duckdb.DuckDBPyConnection) -> None:
    """Go through the keys, strongest first, each for equal amounts and then for any amount."""
    for statement in (KEY_OF, COMPARED, PAIRED):
        session.execute(statement)
    for key in range(1, KEYS + 1):
        for exact in (True, False):
            session.execute(PAIR, {"key": key, "exact": exact})
            session.execute(FORGET_PAIRED)
    session.execute(JOIN)
    session.execute(REPEATS)
