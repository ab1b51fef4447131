"""What holds for any pasted text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plcdesk.planning.paste import read_agenda

NAMES = ("Rosa Adeyemi", "Dana Kim")
PIECES = """Opening|Exit tickets|Decide the plan|News|Wrap up|Norms:|Agenda|Goal:|Outcomes:|By the end we will have|Rosa
|Dana|5 min|(25)|[10]|7'|10:50|3:05–3:35|11.20|1 h 15|½ h|25|5|- |• |1. |a) |o |## |- [ ] |> |   |\t| | |\\||---|Time
|Topic|Who|Hi all,|Thanks,|Please bring them.|Grade 7 PLC|Nov 24|Tuning Protocol|:|,|;|(|)|–|...|\u00a0|\u200b|Total|End|Lead:"""
TOKENS = st.sampled_from([piece.removeprefix("\n") for piece in re.split(r"(?<!\\)\|", PIECES)])
LINES = st.lists(TOKENS, max_size=6).map(" ".join) | st.lists(TOKENS, max_size=6).map("".join)
TEXTS = st.text(max_size=300) | st.lists(LINES, max_size=14).map("\n".join)
# Words that say how to read a line, so that they need not be kept.
LABELED = "opening min minutes time topic who agenda goal outcomes by the end we will have lead item activity for total"
LABELS = set(LABELED.split())


def protocol_named(name):
    return "tuning" if name.casefold() == "tuning" else None


@given(TEXTS, st.booleans())
def test_every_line_is_in_exactly_one_place(text, team):
    agenda = read_agenda(text, protocol_named, names=NAMES if team else ())
    numbers = [number for number, _ in agenda.places]
    raw = text.splitlines()
    assert numbers == sorted(set(numbers))
    for number, line in enumerate(raw, start=1):
        if any(map(str.isalnum, line)):
            assert number in numbers
    assert all(raw[number - 1].strip() for number in numbers)
    assert [number for number, _ in agenda.unread] == [n for n, place in agenda.places if place == "unread"]
    assert {item.line_no for item in agenda.items} <= {n for n, place in agenda.places if place == "item"}
    for item in agenda.items:
        assert item.title.strip()
        assert item.minutes is None or 1 <= item.minutes <= 600
        assert (item.kind == "protocol") == (item.protocol_id is not None)
    assert (agenda.result_wanted is None) or "result" in dict(agenda.places).values()
    assert (agenda.title is None) == ("title" not in dict(agenda.places).values())


@given(TEXTS)
def test_words_are_not_lost(text):
    agenda = read_agenda(text, protocol_named, names=NAMES)
    kept = " ".join(
        [agenda.title or "", agenda.result_wanted or ""]
        + [f"{item.title} {item.purpose} {item.brought_by or ''}" for item in agenda.items]
        + [line for _, line in agenda.unread]
    ).casefold()
    raw = text.splitlines()
    for number, place in agenda.places:
        if place == "heading":
            continue
        for word in re.findall(r"[a-z]{3,}", raw[number - 1].casefold()):
            assert word in kept or word in LABELS


@given(
    st.lists(
        st.tuples(st.sampled_from(["Density", "Ratios", "Writing"]), st.integers(1, 90)),
        min_size=1,
        max_size=8,
    )
)
def test_plain_minutes_round_trip(items):
    for form in (
        "{1} min {0}",
        "{0} ({1})",
        "- {0} – {1} min",
        "{0}\t{1}",
        "| {0} | {1} |",
        "1. {0}: {1} minutes",
        "{0}, {1}'",
    ):
        agenda = read_agenda("\n".join(form.format(*item) for item in items), protocol_named)
        assert [(item.title, item.minutes) for item in agenda.items] == items


@given(st.lists(st.integers(1, 90), min_size=1, max_size=6), st.integers(7 * 60, 15 * 60))
def test_clock_times_round_trip(lengths, start):
    times = [start]
    for length in lengths:
        times.append(times[-1] + length)
    clock = [f"{minute // 60 % 12 or 12}:{minute % 60:02}" for minute in times]
    lines = [f"{at} Topic {'abcdef'[number]}" for number, at in enumerate(clock[:-1])]
    agenda = read_agenda("\n".join([*lines, f"{clock[-1]} End"]), protocol_named)
    assert [item.minutes for item in agenda.items] == lengths
    assert agenda.starts is not None
    assert agenda.starts.hour * 60 + agenda.starts.minute == start


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        " ",
        "- ",
        "(",
        "1 ",
        "10:50 ",
        "5 min ",
        "| ",
        "\t",
        ".",
        ":",
        "a – ",
        "(5) ",
        "**",
        "norms ",
        "decide ",
        "½",
        ">",
    ],
)
def test_no_text_is_too_odd(piece):
    """That none takes long either is measured by benchmarks/growth.py."""
    for line in (piece * (80 // len(piece)), "x" + piece * (70 // len(piece)) + "x"):
        agenda = read_agenda("\n".join([line] * 5), protocol_named, names=NAMES)
        assert {number for number, _ in agenda.places} >= ({1, 5} if re.search(r"[^\W_]", line) else set())
    read_agenda(piece * (9_000 // len(piece)), protocol_named)
