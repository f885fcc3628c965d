"""What is sealed opens in its own place, with its own key, and nowhere else."""

import base64
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.secret import Secret
from bot.vault import Key, KeyLost, Place, SealBroken, SealError, Vault, derived, new_key, read_keys

KEY = Key(bytes(range(32)))
OTHER = Key(bytes(range(1, 33)))
HERE = Place(field="accounts.sealed", chat_id=5, account_id=7)
TOKEN = Secret("tok_5ecret0123456789")


def test_what_was_sealed_for_a_place_opens_there() -> None:
    sealed = Vault((KEY,)).seal(TOKEN, HERE)

    assert Vault((KEY,)).open(sealed, HERE) == TOKEN
    assert TOKEN.reveal().encode() not in sealed


@pytest.mark.parametrize(
    "elsewhere",
    [
        Place(field="accounts.sealed", chat_id=6, account_id=7),
        Place(field="accounts.sealed", chat_id=5, account_id=8),
        Place(field="accounts.sealed", chat_id=57, account_id=0),
        Place(field="accounts.sealed", chat_id=-5, account_id=7),
        Place(field="accounts.other", chat_id=5, account_id=7),
        Place(field="accounts.sealed\x005", chat_id=7),
        Place(field="accounts.sealed"),
    ],
)
def test_a_value_copied_to_another_place_does_not_open(elsewhere: Place) -> None:
    vault = Vault((KEY,))

    with pytest.raises(SealBroken):
        vault.open(vault.seal(TOKEN, HERE), elsewhere)


small = st.sampled_from((0, 1, 11, 111, -1, -11))
places = st.builds(Place, field=st.sampled_from(("a", "a1", "a\x001", "a\x001\x001")), chat_id=small, account_id=small)


@given(places, places)
@example(Place(field="a", chat_id=1, account_id=11), Place(field="a", chat_id=11, account_id=1))
def test_no_two_places_look_alike(one: Place, other: Place) -> None:
    assert (one.associated_data() == other.associated_data()) == (one == other)


@given(st.text() | st.text(alphabet="\ud800\udfffx"), places)
def test_any_text_comes_back_as_it_was(text: str, place: Place) -> None:
    vault = Vault((KEY,))

    assert vault.open(vault.seal(Secret(text), place), place).reveal() == text


@given(st.data())
def test_no_byte_of_a_sealed_value_may_change(data: st.DataObject) -> None:
    vault = Vault((KEY,))
    sealed = bytearray(vault.seal(TOKEN, HERE))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))

    with pytest.raises(KeyLost if 1 <= place < 9 else SealBroken):
        vault.open(bytes(sealed), HERE)


@given(st.binary(max_size=80))
def test_other_bytes_are_refused_as_what_they_are(junk: bytes) -> None:
    with pytest.raises(SealError):
        Vault((KEY,)).open(junk, HERE)


@pytest.mark.parametrize("cut", [0, 1, 8, 9, 20, 36])
def test_a_value_cut_short_is_broken(cut: int) -> None:
    vault = Vault((KEY,))

    with pytest.raises(SealBroken):
        vault.open(vault.seal(TOKEN, HERE)[:cut], HERE)


def test_a_sealed_value_names_its_key_and_nothing_of_it() -> None:
    sealed = Vault((KEY,)).seal(TOKEN, HERE)

    assert sealed[0] == 1
    assert sealed[1:9] == KEY.id
    assert len(KEY.id) == 8
    assert KEY.id not in KEY.secret
    assert KEY.id != OTHER.id


def test_the_same_text_is_never_sealed_alike() -> None:
    vault = Vault((KEY,))

    assert len({vault.seal(TOKEN, HERE) for _ in range(200)}) == 200


def test_a_lost_key_is_named_by_its_id() -> None:
    sealed = Vault((KEY,)).seal(TOKEN, HERE)
    vault = Vault((OTHER,))

    with pytest.raises(KeyLost) as caught:
        vault.open(sealed, HERE)

    assert caught.value.key_id == KEY.id.hex()
    assert not vault.has_key_of(sealed)
    assert Vault((OTHER, KEY)).has_key_of(sealed)


def test_the_first_key_seals_and_every_key_opens() -> None:
    old = Vault((KEY,)).seal(TOKEN, HERE)
    rotating = Vault((OTHER, KEY))

    new = rotating.seal(TOKEN, HERE)

    assert rotating.open(old, HERE) == rotating.open(new, HERE) == TOKEN
    assert new[1:9] == OTHER.id
    assert Vault((OTHER,)).open(new, HERE) == TOKEN


def test_what_is_learnt_seals_and_what_was_known_still_opens() -> None:
    vault = Vault((KEY,))
    old = vault.seal(TOKEN, HERE)

    vault.learn((OTHER,))
    vault.learn(())

    assert vault.key_ids == (OTHER.id,)
    assert vault.seal(TOKEN, HERE)[1:9] == OTHER.id
    assert vault.open(old, HERE) == TOKEN


async def test_a_key_that_is_not_in_the_keyring_is_asked_for_and_its_value_opens() -> None:
    asked: list[bytes] = []

    async def anew(key_id: bytes) -> tuple[Key, ...]:
        asked.append(key_id)
        return (KEY, OTHER)

    vault = Vault((KEY,), anew=anew)
    values = [Vault((key,)).seal(TOKEN, HERE) for key in (KEY, OTHER, OTHER)]

    assert await vault.knows(*values)

    assert asked == [OTHER.id]
    assert [vault.open(value, HERE) for value in values] == [TOKEN] * 3


async def test_a_key_that_nobody_has_is_not_known_and_changes_nothing() -> None:
    async def anew(_key_id: bytes) -> tuple[Key, ...]:
        return ()

    lost = Vault((OTHER,)).seal(TOKEN, HERE)
    vault = Vault((KEY,), anew=anew)

    assert not await vault.knows(vault.seal(TOKEN, HERE), lost)
    assert not await Vault((KEY,)).knows(lost)
    assert vault.key_ids == (KEY.id,)


async def test_for_what_was_never_sealed_no_key_is_asked_for() -> None:
    async def anew(_key_id: bytes) -> tuple[Key, ...]:
        raise AssertionError("nobody should be asked")

    vault = Vault((KEY,), anew=anew)

    assert not await vault.knows(b"damaged", b"\x02" * 60)


def test_the_same_secret_is_alike_under_the_same_key_whichever_key_seals_now() -> None:
    other = Secret("tok_other")
    sealed = Vault((KEY,)).seal(TOKEN, HERE)
    before, after = Vault((KEY, OTHER)), Vault((OTHER, KEY))

    assert before.likeness(TOKEN, sealed) == after.likeness(TOKEN, sealed)
    assert before.likeness(TOKEN, sealed) != before.likeness(other, sealed)
    assert before.likeness(TOKEN, sealed) != before.likeness(TOKEN, after.seal(TOKEN, HERE))
    with pytest.raises(KeyLost):
        Vault((OTHER,)).likeness(TOKEN, sealed)


def test_a_vault_needs_a_key_of_32_bytes() -> None:
    with pytest.raises(ValueError, match="needs a key"):
        Vault(())
    with pytest.raises(ValueError, match="32 bytes") as caught:
        Key(b"short-secret-bytes")
    assert "short" not in str(caught.value)


def test_a_key_prints_as_nothing() -> None:
    text = KEY.secret.hex()

    for shown in (repr(KEY), str(KEY), f"{KEY}", str([KEY])):
        assert text not in shown
        assert "\\x01" not in shown
        assert shown.strip("[]") == "Key()"


def test_no_error_shows_what_was_sealed_or_the_key() -> None:
    vault = Vault((KEY,))
    sealed = bytearray(vault.seal(TOKEN, HERE))
    sealed[-1] ^= 1

    with pytest.raises(SealBroken) as caught:
        vault.open(bytes(sealed), HERE)

    error: BaseException | None = caught.value
    while error is not None:
        assert "5ecret" not in f"{error} {error!r} {error.args}"
        assert KEY.secret.hex() not in f"{error} {error!r} {error.args}"
        error = error.__cause__ or error.__context__


def test_a_new_key_is_one_that_can_be_read_and_no_two_are_alike() -> None:
    one, other = new_key(), new_key()

    assert len(read_keys(one)) == 1
    assert one != other


@pytest.mark.parametrize("between", [",", ", ", "\n", " \r\n", ",,\n,"])
def test_a_keyring_is_read_in_its_order(between: str) -> None:
    texts = [base64.b64encode(key.secret).decode() for key in (OTHER, KEY)]

    assert read_keys(Secret(between.join(texts) + "\n")) == (OTHER, KEY)


def test_a_key_may_be_written_for_urls() -> None:
    key = Key(b"\xfb\xff" * 16)

    assert read_keys(Secret(base64.urlsafe_b64encode(key.secret).decode())) == (key,)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "no key"),
        (" ,\n", "no key"),
        ("5ecret!5ecret!5ecret", "key 1 is not base64"),
        ("5ecretключ", "key 1 is not base64"),
        ("5ecret" * 8 + "A", "key 1 is not base64"),
        (base64.b64encode(b"5ecret" * 3).decode(), "key 1 has 18 bytes instead of 32"),
        (f"{base64.b64encode(KEY.secret).decode()},{base64.b64encode(b'5ecret' * 6).decode()}", "key 2 has 36 bytes"),
    ],
)
def test_a_wrong_keyring_is_told_by_number_and_never_quoted(text: str, fault: str) -> None:
    with pytest.raises(ValueError, match="key") as caught:
        read_keys(Secret(text))

    assert fault in str(caught.value)
    assert caught.value.__cause__ is None
    for part in filter(None, text.replace(",", " ").split()):
        assert part[:6] not in str(caught.value)


def test_what_is_derived_is_the_same_for_the_same_key_secret_and_purpose_only() -> None:
    first, second = Key(bytes(32)), Key(bytes(range(32)))
    token = Secret("123456789:AAE-5ecret")

    one, other = derived((first, second), token, "webhook")

    assert derived((second, first), token, "webhook") == (other, one)
    assert one not in {
        other,
        *derived((first,), token, "else"),
        *derived((first,), Secret("123456789:AAE-5ecres"), "webhook"),
        *derived((first,), Secret("k\x00123456789:AAE-5ecret"), "webhoo"),
    }
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", one.reveal())
    # HMAC-SHA256 of "webhook\0123456789:AAE-5ecret" under 32 zero bytes, as another program makes it.
    assert one.reveal() == "BoB3l0l4UJB6FLsoHvrgFviFR_USfjJjMuvkEQvufoI"
