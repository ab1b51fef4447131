"""What of people's text can stand in a document."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from plcdesk.minutes.legible import MISSING, Shown, clean, one_line


@given(st.text(st.characters(codec=None)))  # type: ignore[arg-type]
def test_clean_text_has_no_controls_and_stays_clean(text: str) -> None:
    done = clean(text)
    assert not [sign for sign in done if unicodedata.category(sign) in ("Cc", "Cs") and sign != "\n"]
    assert not set(done) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert clean(done) == done
    done.encode()


@given(st.text(st.characters(categories=["L", "N", "P"], max_codepoint=0x7FF)))
def test_letters_numbers_and_points_all_stay(text: str) -> None:
    assert clean(text) == unicodedata.normalize("NFC", text)


def test_every_kind_of_line_break_is_one() -> None:
    assert clean("a\r\nb\rc\u2028d\x0be") == "a\nb\nc\nd\ne"
    assert clean("a\n\n \n\nb") == "a\n\nb"
    assert one_line(" a\r\n b\tc ") == "a b c"


def test_a_box_stands_for_what_a_font_lacks() -> None:
    shown = Shown(frozenset(map(ord, "abc ")))
    assert "a中b\u2009c".translate(shown) == f"a{MISSING}b c"
    assert "a\nb".translate(shown) == "a\nb"
    assert "a\u200d\ufe0f\U0001f3fdb".translate(shown) == "ab"
