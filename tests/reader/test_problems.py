"""What went wrong is one sentence that names where."""

from reader.problems import Problem


def test_a_problem_is_said_in_one_sentence_that_names_where() -> None:
    assert str(Problem("notes.txt", "is empty")) == "notes.txt: is empty"
