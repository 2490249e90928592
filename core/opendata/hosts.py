"""Where open data come from: the addresses of those who publish them, and which may be asked.

Each address can be set in the environment, for an office with a mirror of its own and for tests:
``TRAJECTZICHT_OPENDATA_STATLINE`` (CBS, OData v3), ``TRAJECTZICHT_OPENDATA_THIRD_PARTY`` (CBS for
others, OData v3: Iv3), ``TRAJECTZICHT_OPENDATA_DATASETS`` (CBS, OData v4),
``TRAJECTZICHT_OPENDATA_SCHOOLS`` (DUO) and ``TRAJECTZICHT_OPENDATA_SHAPES`` (PDOK).
"""

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final, Literal
from urllib.parse import SplitResult, urlsplit

from core.errors import WrongHost

Publisher = Literal["statline", "third_party", "datasets"]
"""Who serves a table: the first two speak OData v3, the last one v4."""

SETTING: Final = "TRAJECTZICHT_OPENDATA_"


@dataclass(frozen=True, slots=True)
class Hosts:
    """Base addresses, without a slash at the end. Raises ``WrongHost`` for one not to be asked."""

    statline: str = "https://opendata.cbs.nl"
    third_party: str = "https://dataderden.cbs.nl"
    datasets: str = "https://datasets.cbs.nl"
    schools: str = "https://duo.nl"
    shapes: str = "https://service.pdok.nl"

    def __post_init__(self) -> None:
        """Refuse an address that is neither https nor on this machine."""
        for field in fields(self):
            if not is_allowed(getattr(self, field.name)):
                raise WrongHost(SETTING + field.name.upper())


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table by its id, in capitals and small letters as published, and who serves it."""

    id: str
    publisher: Publisher = "statline"


def hosts_of(environment: Mapping[str, str] = os.environ) -> Hosts:
    """Read the addresses from the environment; what is not set there is the publisher's own."""
    named = {
        field.name: environment.get(SETTING + field.name.upper(), "") for field in fields(Hosts)
    }
    return Hosts(**{name: address.rstrip("/") for name, address in named.items() if address})


def is_allowed(address: str) -> bool:
    """Tell whether an address may be asked: over https, or on this machine; nobody logs in."""
    try:
        parts = urlsplit(address)
        _ = parts.port  # a port that is no number is only found by asking for it
    except ValueError:
        return False
    if not parts.hostname or parts.username is not None or parts.password is not None:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and is_here(parts))


def is_here(address: SplitResult) -> bool:
    """Tell whether an address is on this machine."""
    try:
        return ipaddress.ip_address(address.hostname or "").is_loopback
    except ValueError:
        return address.hostname == "localhost"


def same_host(address: str, other: str) -> bool:
    """Tell whether two addresses are of one host: scheme, name (with www. or without) and port."""
    one, two = (urlsplit(each) for each in (address, other))
    names = {each.netloc.lower().removeprefix("www.") for each in (one, two)}
    return one.scheme == two.scheme and len(names) == 1
