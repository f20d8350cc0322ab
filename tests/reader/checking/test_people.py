import pytest

from reader.checking.people import agree, contradict


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("Mara Tolvik", "Tolvik", False),
        ("Mara Tolvik", "Mara", False),
        ("Mara Tolvik", "M. Tolvik", False),
        ("Mara Tolvik", "Jonas Tolvik", True),
        ("Mara Tolvik", "Jonas Reth", True),
        ("Tischlerin Mara Tolvik", "Mara Tolvik", False),
        ("Mara van der Berg", "van der Berg", False),
        ("Jonas Reth", "van der Berg", True),
        ("Mara Tolvik", "spokeswoman for Veluna Bank", False),
        ("Mara Tolvik", "the harbour master", False),
        ("she", "Jonas Reth", False),
        ("", "Jonas Reth", False),
    ],
)
def test_names_contradict_by_surname_and_roles_by_nothing(
    one: str, other: str, *, differ: bool
) -> None:
    assert contradict(one, other) is contradict(other, one) is differ


def test_only_names_agree() -> None:
    assert agree("Mara Tolvik", "Tolvik")
    assert not agree("the harbour master", "the harbour master")
