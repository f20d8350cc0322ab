"""Packed bytes (gzip, Brotli, Zstandard) to plain ones as they arrive, never past a limit."""

import sys
import zlib
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import brotli

PACKINGS = "gzip, br, zstd"  # as a request names them
_GZIP_OR_ZLIB = 32 + zlib.MAX_WBITS  # zlib's word for: whichever the first bytes say
_LARGEST_WINDOW = 23  # as a power of two: 8 MB, the most that RFC 9659 allows on the web
_STREAM_HEADS = (b"\x1f", b"\x28")  # gzip's and Zstandard's; streams of these may follow each other


class PackingError(ValueError):
    """The bytes are not packed as they claim to be, or end too early."""


class TooLargeError(ValueError):
    """There are more bytes than the limit."""


class Body:
    """Plain bytes, collected from packed ones; neither may come to more than `limit` bytes.

    `packing` is the name that HTTP has for it; empty for none.
    """

    def __init__(self, packing: str, limit: int) -> None:
        self._packing = packing.strip().lower().removeprefix("x-")
        self._decoder, self._error = _decoder(self._packing)
        self._limit = limit
        self._arrived = 0
        self._plain = bytearray()

    def add(self, data: bytes) -> None:
        """Take the next bytes; raises TooLargeError or PackingError."""
        self._arrived += len(data)
        if self._arrived > self._limit:
            raise TooLargeError
        while data:
            if self._decoder.eof:
                if not data.startswith(_STREAM_HEADS):
                    return  # padding, which decoders leave alone
                self._decoder, self._error = _decoder(self._packing)
            self._plain += self._unpack(data)
            if len(self._plain) > self._limit:
                raise TooLargeError
            data = self._decoder.unused_data

    def whole(self) -> bytes:
        """Return all of it; raises PackingError where it ends too early."""
        if self._arrived and not (self._decoder.eof or isinstance(self._decoder, _Plain)):
            raise PackingError
        return bytes(self._plain)

    def _unpack(self, data: bytes) -> bytes:
        """Unpack all of `data`, or just more than the limit allows."""
        room = self._limit + 1 - len(self._plain)
        try:
            return self._decoder.decompress(data, room)
        except self._error as error:
            raise PackingError from error


class _Decoder(Protocol):
    """What the decoders of the standard library share (`compression.zstd` as of 3.14)."""

    @property
    def eof(self) -> bool:
        """Whether the stream has come to its end."""

    @property
    def unused_data(self) -> bytes:
        """What stands behind that end."""

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """Return what `data` unpacks to, or the first `max_length` bytes of it."""


class _Plain:
    """Bytes that are not packed."""

    eof = False
    unused_data = b""

    def decompress(self, data: bytes, _max_length: int, /) -> bytes:
        return data


class _Brotli:
    """Brotli with the interface of the others."""

    unused_data = b""

    def __init__(self, decoder: "brotli.Decompressor") -> None:
        self._decoder = decoder

    @property
    def eof(self) -> bool:
        return bool(self._decoder.is_finished())

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        return bytes(self._decoder.process(data, output_buffer_limit=max_length))


def _decoder(packing: str) -> tuple[_Decoder, type[Exception]]:
    """Return a decoder and the error it raises; the libraries are loaded when first needed."""
    match packing:
        case "" | "identity":
            return _Plain(), PackingError
        case "gzip" | "deflate":
            return zlib.decompressobj(_GZIP_OR_ZLIB), zlib.error
        case "br":
            import brotli

            return _Brotli(brotli.Decompressor()), brotli.error
        case "zstd":
            return _zstandard()
        case _:
            raise PackingError


def _zstandard() -> tuple[_Decoder, type[Exception]]:
    if sys.version_info >= (3, 14):
        from compression import zstd
    else:
        from backports import zstd
    options: dict[int, int] = {zstd.DecompressionParameter.window_log_max: _LARGEST_WINDOW}
    return zstd.ZstdDecompressor(options=options), zstd.ZstdError
