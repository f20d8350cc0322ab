import socket
import ssl

import pytest

from reader.sources.failures import BrokenOffError, SilentError, failure, refusal
from reader.sources.unpacking import PackingError, TooLargeError


@pytest.mark.parametrize(
    ("error", "says"),
    [
        (TimeoutError(), "was not there in full within 20 seconds"),
        (TooLargeError(), "is larger than 16 MB"),
        (PackingError(), "came packed in a way that cannot be read"),
        (socket.gaierror(-2, "x"), "has a host name that is not known"),
        (ssl.SSLCertVerificationError(), "shows a certificate that cannot be trusted (not valid)"),
        (ssl.SSLError(), "speaks no encryption that is safe"),
        (ConnectionRefusedError(), "takes no connections"),
        (SilentError(), "is on a server that does not answer"),
        (ConnectionResetError(), "broke off"),
        (BrokenOffError(), "broke off"),
        (OSError(113, "No route to host"), "cannot be reached"),
    ],
)
def test_each_failure_is_a_sentence_that_says_what_to_do(error: Exception, says: str) -> None:
    sentence = failure(error, 20.0, 16 * 1024**2)
    assert sentence.startswith(says)
    assert "; " in sentence


@pytest.mark.parametrize("status", [204, 304, 400, 401, 403, 404, 410, 418, 429, 451, 500, 503])
def test_each_refusal_is_a_sentence_that_says_what_to_do(status: int) -> None:
    assert f"(HTTP {status})" in refusal(status, 0)
    assert f"(HTTP {status}, asked again after 2 minutes)" in refusal(status, 61)
    assert "; " in refusal(status, 0)
