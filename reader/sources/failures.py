"""What kept an address from being fetched, as a sentence that says what to do."""

import socket
import ssl

from reader.article import clean_line
from reader.sources.freshness import LONGEST
from reader.sources.unpacking import PackingError, TooLargeError

_LATER = "try again later"


class BrokenOffError(ConnectionError):
    """The connection ended, or made no sense, before the answer was whole."""


class SilentError(OSError):
    """Nothing at the other end says that it is there."""


class PrivateError(OSError):
    """The host has no address of the public internet, and may have no other."""


# The first that fits, as the more exact errors stand before their families.
_SENTENCES: tuple[tuple[type[Exception], str], ...] = (
    (TimeoutError, f"was not there in full within {{seconds:g}} seconds; {_LATER}"),
    (TooLargeError, "is larger than {megabytes:g} MB; no feed or article needs as much"),
    (PackingError, f"came packed in a way that cannot be read; {_LATER}"),
    (socket.gaierror, "has a host name that is not known; check it, and your connection"),
    (
        ssl.SSLCertVerificationError,
        "shows a certificate that cannot be trusted ({reason}); check the address",
    ),
    (ssl.SSLError, "speaks no encryption that is safe; check whether it is https at all"),
    (SilentError, f"is on a server that does not answer; {_LATER}"),
    (ConnectionRefusedError, f"takes no connections; check the address, or {_LATER}"),
    (ConnectionError, f"broke off before it was there in full; {_LATER}"),
    (Exception, f"cannot be reached; check your connection, or {_LATER}"),
)


def failure(error: Exception, seconds: float, size: int) -> str:
    """Return the sentence for what a connection raised; `seconds` and `size` are the limits."""
    sentence = next(said for kind, said in _SENTENCES if isinstance(error, kind))
    reason = clean_line(str(getattr(error, "verify_message", ""))).lower()
    return sentence.format(seconds=seconds, megabytes=size / 1024**2, reason=reason or "not valid")


def refusal(status: int, wait: int) -> str:
    """Return the sentence for an answer with no content; `wait` as in `seconds_to_wait`."""
    match status:
        case 401 | 403 | 407:
            what = "is not for everyone; check the name, password or key in its address"
        case 404:
            what = "is not there; check the address, or look for its new one on the site"
        case 410:
            what = "is gone for good; take it off the subscriptions"
        case 429:
            what = "asks for fewer requests; it will be left alone for a while"
        case _ if status >= 500:
            what = f"has a fault on its own side; {_LATER}"
        case _:
            what = "answers with nothing that can be read; check the address"
    return f"{what} (HTTP {status}{_pause(wait)})"


def _pause(wait: int) -> str:
    if not wait:
        return ""
    minutes = -(-min(wait, LONGEST) // 60)
    return f", asked again after {minutes} minute{'s' if minutes != 1 else ''}"
