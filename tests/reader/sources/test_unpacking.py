import gzip
import sys
import tracemalloc
import zlib
from collections.abc import Callable
from functools import partial

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.sources.unpacking import Body, PackingError, TooLargeError

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

PACK: dict[str, Callable[[bytes], bytes]] = {
    "": bytes,
    "identity": bytes,
    "gzip": gzip.compress,
    "x-gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": partial(brotli.compress, quality=1),
    "zstd": zstd.compress,
}
PACKED = ("gzip", "br", "zstd")
MEGABYTE = 1024 * 1024


def unpacked(packing: str, data: bytes, limit: int = MEGABYTE, step: int = 1000) -> bytes:
    body = Body(packing, limit)
    for start in range(0, len(data), step):
        body.add(data[start : start + step])
    return body.whole()


@pytest.mark.parametrize("packing", PACK)
@given(data=st.binary(max_size=3000), step=st.integers(1, 700))
def test_what_was_packed_comes_out_as_it_was(packing: str, data: bytes, step: int) -> None:
    assert unpacked(packing, PACK[packing](data), step=step) == data


@pytest.mark.parametrize("packing", PACK)
def test_a_body_may_be_as_large_as_the_limit_and_no_larger(packing: str) -> None:
    data = bytes(range(256)) * 40
    packed = PACK[packing](data)
    assert unpacked(packing, packed, limit=max(len(data), len(packed))) == data
    with pytest.raises(TooLargeError):
        unpacked(packing, packed, limit=len(data) - 1)


@pytest.mark.parametrize("packing", PACKED)
def test_a_bomb_costs_no_more_than_the_limit(packing: str) -> None:
    bomb = PACK[packing](bytes(64 * MEGABYTE))
    tracemalloc.start()
    with pytest.raises(TooLargeError):
        unpacked(packing, bomb, step=64 * 1024)
    assert tracemalloc.get_traced_memory()[1] < 8 * MEGABYTE
    tracemalloc.stop()


@pytest.mark.parametrize("packing", PACKED)
def test_a_stream_that_ends_too_early_is_told(packing: str) -> None:
    packed = PACK[packing](b"words " * 1000)
    with pytest.raises(PackingError):
        unpacked(packing, packed[:-6])


@pytest.mark.parametrize("packing", [*PACKED, "deflate", "gzip, br", "unheard-of"])
def test_what_is_not_packed_as_it_says_is_told(packing: str) -> None:
    with pytest.raises(PackingError):
        unpacked(packing, b"<rss>plain words</rss>")


@pytest.mark.parametrize("packing", ["gzip", "zstd"])
def test_streams_may_follow_each_other(packing: str) -> None:
    two = PACK[packing](b"one ") + PACK[packing](b"two")
    assert unpacked(packing, two) == unpacked(packing, two, step=7) == b"one two"


def test_padding_behind_a_stream_is_left_alone() -> None:
    assert unpacked("gzip", gzip.compress(b"words") + bytes(20)) == b"words"


def test_empty_blocks_without_end_come_to_the_limit_too() -> None:
    empty = zlib.compressobj(wbits=-15)
    blocks = empty.flush(zlib.Z_FULL_FLUSH) * 10_000
    with pytest.raises(TooLargeError):
        unpacked("gzip", gzip.compress(b"")[:10] + blocks, limit=10_000)
