"""Garbage is looked for rarely, and as before afterwards."""

import gc
from contextlib import ExitStack

import pytest

from reader.archive.garbage import THRESHOLD, rarely_collected


def test_garbage_is_looked_for_rarely_and_then_as_before() -> None:
    before = gc.get_threshold()
    with rarely_collected():
        assert gc.get_threshold() == (THRESHOLD, *before[1:])
    assert gc.get_threshold() == before


def test_an_error_leaves_all_as_it_was() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="broken"), rarely_collected():
        raise ValueError("broken")
    assert gc.get_threshold() == before


def test_of_two_at_once_the_last_one_to_end_brings_back_what_was() -> None:
    before = gc.get_threshold()
    one, other = ExitStack(), ExitStack()
    one.enter_context(rarely_collected())
    other.enter_context(rarely_collected())
    one.close()
    assert gc.get_threshold()[0] == THRESHOLD
    other.close()
    assert gc.get_threshold() == before
