import pytest

from core.errors import WrongHost
from core.opendata.hosts import Hosts, hosts_of, is_allowed, same_host
from core.text.errors import explain

HERE = "localhost"


def test_without_settings_the_publishers_themselves_are_asked() -> None:
    assert hosts_of({}) == Hosts()
    assert hosts_of({}).statline == "https://opendata.cbs.nl"


def test_each_address_can_be_set() -> None:
    environment = {"TRAJECTZICHT_OPENDATA_SHAPES": "https://spiegel.example/kaart/"}
    assert hosts_of(environment) == Hosts(shapes="https://spiegel.example/kaart")


@pytest.mark.parametrize(
    "address",
    [
        "http://opendata.cbs.nl",
        "https://name:word@opendata.cbs.nl",
        "https://",
        "opendata.cbs.nl",
        "file:///etc",
        "https://host:port",
        "http://127.0.0.1.example.org",
        "http://[::1",
    ],
)
def test_an_address_that_may_not_be_asked_is_refused(address: str) -> None:
    assert not is_allowed(address)
    with pytest.raises(WrongHost) as error:
        hosts_of({"TRAJECTZICHT_OPENDATA_STATLINE": address})
    assert explain(error.value).startswith("TRAJECTZICHT_OPENDATA_STATLINE ")
    assert len(address) < 9 or address not in explain(error.value)


@pytest.mark.parametrize(
    "address",
    ["https://opendata.cbs.nl", "http://127.0.0.1:80", "http://[::1]:80", f"http://{HERE}"],
)
def test_https_and_this_machine_may_be_asked(address: str) -> None:
    assert is_allowed(address)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("https://HOST.example/x?y", True),
        ("https://www.host.example/x", True),
        ("https://wwww.host.example/x", False),
        ("http://host.example/", False),
        ("https://host.example:444/", False),
        ("https://host.example.org/", False),
    ],
)
def test_a_host_is_its_name_its_port_and_its_scheme(other: str, same: bool) -> None:  # noqa: FBT001
    assert same_host("https://host.example/a", other) is same
