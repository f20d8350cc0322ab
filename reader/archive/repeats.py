"""Repeats: articles of one id in several blocks, of which the first is kept."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from reader.archive.blocks import Block
from reader.archive.shelf import Shelf
from reader.archive.tables import copy_rows, note_of


def drop_repeats(shelf: Shelf, blocks: Sequence[Block]) -> int:
    """Take out of the files of `blocks` all but the first row of each id; return how many.

    The first is the first in the order of `blocks`, whichever was done first, so that the result
    of a run does not depend on its workers. A block without a file is passed over.
    """
    repeated = _repeated(shelf, blocks)
    if not len(repeated):
        return 0
    seen: set[str] = set()
    return sum(_without_seen(shelf, block, repeated, seen) for block in blocks)


def _repeated(shelf: Shelf, blocks: Sequence[Block]) -> Any:  # noqa: ANN401 - pyarrow's
    """Return the ids that more than one row has; those of a single file are different already."""
    chunks = chain.from_iterable(_ids(shelf, block).chunks for block in blocks)
    ids = pa.table({"id": pa.chunked_array(chunks, pa.string())})
    counts = ids.group_by("id").aggregate([([], "count_all")])
    return counts.filter(pc.field("count_all") > 1)["id"].combine_chunks()


def _ids(shelf: Shelf, block: Block) -> Any:  # noqa: ANN401 - pyarrow's
    with shelf.reading(block) as stream:
        if stream is None:
            return pa.chunked_array([], pa.string())
        return pq.read_table(stream, columns=["id"])["id"]


def _without_seen(
    shelf: Shelf,
    block: Block,
    repeated: Any,  # noqa: ANN401 - pyarrow's
    seen: set[str],
) -> int:
    ids = _ids(shelf, block)
    drop = list(_drops(ids, repeated, seen))
    if not drop:
        return 0
    with shelf.reading(block) as stream:
        note = note_of(stream)
        note["articles"] -= len(drop)
        note["duplicates"] += len(drop)
        shelf.put(f"{block.name}.parquet", lambda out: copy_rows(stream, out, set(drop), note))
    return len(drop)


def _drops(ids: Any, repeated: Any, seen: set[str]) -> Iterator[int]:  # noqa: ANN401 - pyarrow's
    """Yield the numbers of the rows whose id was seen in a file before."""
    for number in pc.indices_nonzero(pc.is_in(ids, repeated)).to_pylist():
        known = ids[number].as_py()
        if known in seen:
            yield number
        seen.add(known)
