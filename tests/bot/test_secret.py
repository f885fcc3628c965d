"""A secret shows nothing, whatever is done to it short of asking for it by name."""

import copy
import dataclasses
import io
import json
import logging
import pickle
import traceback

import pytest

from bot.credentials import Credential, Pasted
from bot.secret import Secret, without

TEXT = "tok_5ecret0123456789"
SECRET = Secret(TEXT)


@pytest.mark.parametrize(
    "shown",
    [
        str(SECRET),
        repr(SECRET),
        f"{SECRET}",
        f"{SECRET!r:>40}",
        f"{SECRET:>40}",
        format(SECRET, "s"),
        "%s %r" % (SECRET, SECRET),  # noqa: UP031  # a form that must be safe too
        str([SECRET]),
        str({"token": SECRET}),
        repr(Credential(kind="bearer", secret=SECRET)),
        repr(Pasted(credential=Credential(kind="cookie", secret=SECRET), name="team")),
        ascii(SECRET),
    ],
)
def test_no_way_of_printing_shows_it(shown: str) -> None:
    assert TEXT not in shown
    assert "5ecret" not in shown


def test_reveal_is_the_way_to_read_it() -> None:
    assert SECRET.reveal() == TEXT


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_it_cannot_be_pickled(protocol: int) -> None:
    with pytest.raises(TypeError) as caught:
        pickle.dumps(SECRET, protocol)

    assert TEXT not in str(caught.value)


def test_it_cannot_be_copied_out() -> None:
    for copied in (copy.copy, copy.deepcopy, lambda one: dataclasses.asdict(Credential(kind="bearer", secret=one))):
        with pytest.raises(TypeError) as caught:
            copied(SECRET)
        assert TEXT not in str(caught.value)


def test_json_refuses_it_without_showing_it() -> None:
    with pytest.raises(TypeError) as caught:
        json.dumps({"token": SECRET})

    assert TEXT not in str(caught.value)


def test_it_has_no_attributes_to_look_through() -> None:
    assert not hasattr(SECRET, "__dict__")


def test_a_log_line_with_it_shows_nothing() -> None:
    stream = io.StringIO()
    logger = logging.getLogger("tests.secret")
    handler = logging.StreamHandler(stream)
    logger.addHandler(handler)

    logger.error("%s and %r and %s", SECRET, SECRET, {"secret": SECRET})
    logger.removeHandler(handler)

    assert "Secret(…)" in stream.getvalue()
    assert TEXT not in stream.getvalue()


def test_a_traceback_with_local_variables_shows_nothing() -> None:
    def fail(token: Secret) -> None:
        raise ValueError(token)

    with pytest.raises(ValueError, match="Secret") as caught:
        fail(SECRET)
    shown = "".join(traceback.TracebackException.from_exception(caught.value, capture_locals=True).format())

    assert "token = Secret(…)" in shown
    assert TEXT not in shown


def test_equal_texts_are_equal_secrets_and_key_a_dict_alike() -> None:
    same, other = Secret("tok_" + "5ecret0123456789"), Secret("another")

    assert same == SECRET
    assert hash(same) == hash(SECRET)
    assert {SECRET: 1}[same] == 1
    assert other != SECRET
    assert SECRET != TEXT
    assert Secret("\ud800") == Secret("\ud800")


def test_an_empty_secret_counts_as_none() -> None:
    assert not Secret("")
    assert Secret("x")


def test_every_word_of_a_secret_is_taken_out_of_a_text_the_longest_first() -> None:
    secret = Secret("Bearer tok_5ecret tok_5ecret-and-more\nteam")

    assert without("ValueError: tok_5ecret-and-more, not tok_5ecret, of team", secret) == (
        "ValueError: [secret], not [secret], of team"
    )
    assert without("nothing of it", secret) == "nothing of it"
    assert without("nothing at all", Secret("")) == "nothing at all"
