"""Numbers that may be a BSN, in SQL: bare, in disguise, or beside words.

A BSN has nine digits, of which a spreadsheet drops a leading zero. People write dots, dashes or
spaces in it; a spreadsheet adds a quote, ``=""`` or ``.0``; systems add a zero or ``BSN``.
"""

from typing import Final

# Nine times the first digit, eight times the second, … and minus once the last.
ELEVEN: Final = """
    CREATE OR REPLACE TEMP MACRO passes_eleven(number) AS number >= 10000000 AND (
        9 * (number // 100000000) + 8 * (number // 10000000 % 10) + 7 * (number // 1000000 % 10)
        + 6 * (number // 100000 % 10) + 5 * (number // 10000 % 10) + 4 * (number // 1000 % 10)
        + 3 * (number // 100 % 10) + 2 * (number // 10 % 10) - number % 10) % 11 = 0"""

# Digits of another width, signs that nobody sees and odd spaces would hide a number from a pattern.
UNDISGUISED: Final = """
    CREATE OR REPLACE TEMP MACRO undisguised(text) AS CASE
        WHEN strlen(text) = length(text) THEN text
        ELSE trim(translate(regexp_replace(text, '\\p{Cf}', '', 'g'),
            '\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff0e\u00a0\u2007\u202f\u2011',
            '0123456789.   -')) END"""

# Eight digits only without signs or as 12.345.678: with other signs that is how a date looks.
NUMBER: Final = """
    CREATE OR REPLACE TEMP MACRO as_number(written) AS TRY_CAST(CASE
        WHEN written <> '' AND regexp_full_match(
                written, '[0-9]{8,9}|0[0-9]{9}|[0-9]{2}[. ][0-9]{3}[. ][0-9]{3}')
            OR regexp_full_match(regexp_replace(written, '[^0-9]', '', 'g'), '0?[0-9]{9}')
        THEN regexp_replace(written, '[^0-9]', '', 'g') END AS BIGINT)"""

BARE: Final = """
    CREATE OR REPLACE TEMP MACRO bare_number(text) AS
    CASE WHEN length(text) BETWEEN 8 AND 9 AND regexp_full_match(text, '[0-9]+')
        THEN TRY_CAST(text AS BIGINT) END"""

DISGUISED: Final = r"""
    CREATE OR REPLACE TEMP MACRO disguised_number(text) AS
    CASE WHEN length(text) BETWEEN 8 AND 24 AND regexp_matches(text, '[0-9]{2}')
        THEN as_number(regexp_extract(text, '(?i)^[="'' ]*(?:bsn[ :.#-]*)?'
            || '([0-9]{8,10}|[0-9]{1,4}(?:[-. ][0-9]{2,4}){1,3})(?:[.,]0{1,2})?["'' ]*$', 1)) END"""

# A hyphen or a letter at the number makes it part of a code, such as TW-123456789.
BESIDE: Final = r"""
    CREATE OR REPLACE TEMP MACRO number_beside_words(text) AS
    CASE WHEN length(text) > 10 AND regexp_matches(text, '[0-9]{3}')
            AND regexp_matches(text, '\p{L}')
        THEN as_number(regexp_extract(text, '(?i)(?:^|[\s:;,(\[/=#"]|bsn)'
            || '([0-9]{9}|[0-9]{3}[. -][0-9]{3}[. -][0-9]{3}|[0-9]{4}[. -][0-9]{2}[. -][0-9]{3})'
            || '(?:[.,:;)\]/"]*\s|[.,:;)\]/"]*$|[(\[,;:/])', 1)) END"""

IN_PROSE: Final = r"""
    CREATE OR REPLACE TEMP MACRO number_in_prose(text) AS CASE WHEN is_prose(text) THEN
        TRY_CAST(regexp_extract(text, '(?:^|[^0-9])([0-9]{9})(?:[^0-9]|$)', 1) AS BIGINT) END"""

NAMES_A_CLIENT: Final = r"""
    CREATE OR REPLACE TEMP MACRO names_a_client(text) AS regexp_matches(text,
        '(?i)(^|\P{L})(bsn|sofi|burgerservice|cli[eë]nt|kind|jeugdige)\p{L}*(\P{L}|$)')"""

IS_PROSE: Final = r"""
    CREATE OR REPLACE TEMP MACRO is_prose(text) AS length(text) > 12
        AND regexp_matches(text, '[^\p{L}0-9-]')
        AND regexp_matches(text, '\p{L}{3,}.*\P{L}.*\p{L}{3,}')"""

MACROS: Final = (
    *(UNDISGUISED, ELEVEN, NUMBER, BARE, DISGUISED, BESIDE),
    *(IS_PROSE, IN_PROSE, NAMES_A_CLIENT),
)
"""To be made in this order; each gives null where there is no such number."""
