import pytest

from dateline.errors import UnreachableAddress
from dateline.fetching.guard import is_public, target


def to(*machines: str):  # type: ignore[no-untyped-def]
    return lambda host, port: list(machines)


@pytest.mark.parametrize(
    "machine",
    [
        "127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.5.5", "169.254.169.254", "100.64.1.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1",
        "2002:7f00:1::", "192.0.2.1", "not an address",
    ],
)  # fmt: skip
def test_machines_of_private_networks_are_closed(machine: str) -> None:
    assert not is_public(machine)
    with pytest.raises(UnreachableAddress):
        target("https://meridian.example/", to(machine))


def test_a_public_machine_is_where_the_connection_goes() -> None:
    assert target("https://meridian.example/a", to("93.184.216.34")) == ("meridian.example", 443, "93.184.216.34")
    assert target("http://meridian.example:8080/a", to("93.184.216.34")).port == 8080


def test_an_address_of_ipv4_within_ipv6_is_judged_by_itself() -> None:
    assert is_public("::ffff:93.184.216.34")
    assert is_public("2606:2800:220:1:248:1893:25c8:1946")
    assert not is_public("::ffff:10.0.0.1")


def test_one_private_machine_among_several_closes_the_name() -> None:
    with pytest.raises(UnreachableAddress, match=r"10\.0\.0\.7, a machine of a private network"):
        target("https://meridian.example/", to("93.184.216.34", "10.0.0.7"))


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://a.example/",
        "gopher://a.example",
        "https:///path",
        "https://a:b@c.example/",
        "https://a.example:port/",
    ],
)
def test_other_schemes_and_hidden_hosts_are_refused(address: str) -> None:
    with pytest.raises(UnreachableAddress):
        target(address, to("93.184.216.34"))


def test_a_name_that_is_not_known_is_said() -> None:
    def nowhere(host: str, port: int) -> list[str]:
        raise OSError("no such name")

    with pytest.raises(UnreachableAddress, match="there is no host"):
        target("https://meridian.example/", nowhere)
