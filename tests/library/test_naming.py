"""Names as teachers type them on an agenda."""

import pytest

from plcdesk.library.naming import find_by_name
from plcdesk.library.summary import Summary


def summary(protocol_id: str, name: str, *aka: str, own: bool = False) -> Summary:
    return Summary(protocol_id, name, "", "data", ("data",), 45, 20, 3, 12, "settled", "easy", "A", own, aka)


LIBRARY = (
    summary("mine", "Tuning", own=True),
    summary("tuning", "Tuning Protocol", "Tuning", "Warm and cool feedback"),
    summary("atlas-data", "ATLAS: Looking at Data", "ATLAS"),
    summary("atlas-lfsw", "ATLAS: Learning from Student Work", "ATLAS"),
    summary("data-driven-dialogue", "Data-Driven Dialogue"),
    summary("cac", "Collaborative Assessment Conference", "CAC"),
    summary("smart-goal", "SMART Goal Setting"),
    summary("norms", "Norms Construction", "Forming ground rules"),
    summary("chalk-talk", "Chalk Talk"),
    summary("four-as", "Four “A”s Text Protocol"),
    summary("connections", "Connections"),
    summary("last-word", "Save the Last Word for Me"),
    summary("world-cafe", "World Café"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tuning Protocol", "tuning"),
        ("tuning", "tuning"),
        ("TUNING PROTOCOL: Rosa's lab report", "tuning"),
        ("Tuning Protocol with Rosa's lab", "tuning"),
        ("Use the Tuning protocol for the lab", "tuning"),
        ("ATLAS looking at data", "atlas-data"),
        ("Atlas – Looking at data (exit tickets)", "atlas-data"),
        ("atlas data", "atlas-data"),
        ("Data driven dialogue", "data-driven-dialogue"),
        ("Data-Driven Dialogue about attendance", "data-driven-dialogue"),
        ("cac", "cac"),
        ("Collaborative Assessment Conf", None),
        ("SMART goals", "smart-goal"),
        ("Norms construction", "norms"),
        ("chalk talk on homework", "chalk-talk"),
        ("Chalk talks", "chalk-talk"),
        ("Four A’s text protocol", "four-as"),
        ("save the last word", "last-word"),
        ("World cafe", "world-cafe"),
        ("Connections", "connections"),
        ("connections protocol", "connections"),
    ],
)
def test_names_are_found_however_they_are_typed(text, found):
    assert find_by_name(text, LIBRARY) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "protocol",
        "Norms",  # to read them
        "Connections with parents",
        "Atlas",  # could be two
        "Data",
        "Talk about chalk",
        "Tuning the piano",
        "Decide the re-teach plan",
        "👀",
        "A" * 10_000,
    ],
)
def test_other_words_are_left_alone(text):
    assert find_by_name(text, LIBRARY) is None


def test_an_own_protocol_is_found_by_a_name_that_no_other_has():
    assert find_by_name("my check", (*LIBRARY, summary("own", "My Check", own=True))) == "own"
