"""Files that people write by hand: each fault is one sentence with its place, and all come at once."""

from pathlib import Path

import pytest
import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from plcdesk import paths
from plcdesk.errors import UserError
from plcdesk.library.checks import check
from plcdesk.library.reading import ProtocolFaults, read_protocol, read_text
from plcdesk.library.schema import Change, Form, Repeat, Round, Step
from plcdesk.library.toml_files import LARGEST_FILE
from tests.library.making import protocol, step

GOOD = """
id = "look-first"
name = "Look first"
category = "data"
purpose = "Look before you talk."
summary = "Look, then talk."
good_when = ["You have data."]
not_when = ["You have none."]
looks_at = ["data"]

[people]
least = 3
most = 12

[origin]
credit = "Ourselves"
grade = "own"

[[steps]]
id = "look"
title = "Look"
kind = "read"
minutes = { default = 5, floor = 2, ceiling = 8 }

[[steps]]
id = "rounds"
title = "Rounds"
kind = "loop"
repeat = { over = "prompts", prompts = ["What?", "So what?"] }

[[steps.steps]]
id = "say"
title = "Say it"
kind = "round"
round = { seconds = 45 }
say = "What do you see?"
captures = [{ kind = "observation", name = "Seen" }]
"""


def faults_of(text: str, known: set[str] | None = None) -> dict[str, str]:
    """Each place with its sentence; the file is called x.toml."""
    with pytest.raises(ProtocolFaults) as caught:
        read_text(text, "x.toml", known)
    assert all(fault.file == "x.toml" and fault.sentence for fault in caught.value.faults)
    return {fault.place: fault.sentence for fault in caught.value.faults}


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new, 1)


def test_a_good_file_is_read():
    made = read_text(GOOD, "x.toml")
    assert made.id == "look-first"
    assert made.steps[1].steps[0].round.seconds == 45
    assert made.steps[0].minutes.ceiling == 8


LOOK = "step 1 “Look”"
ROUNDS = "step 2 “Rounds”"
SAY = "step 2.1 “Say it”"


@pytest.mark.parametrize(
    ("old", "new", "place", "words"),
    [
        ("default = 5", 'default = "five"', f"{LOOK}, minutes.default", "whole number, not the text “five”"),
        ("default = 5", "default = nan", f"{LOOK}, minutes.default", "whole number"),
        ("default = 5", "default = 5.5", f"{LOOK}, minutes.default", "5.5"),
        ("default = 5", "default = true", f"{LOOK}, minutes.default", "true"),
        ("default = 5", "default = 0x" + "f" * 5000, f"{LOOK}, minutes.default", "from 1 to 480"),
        ("default = 5", "default = 0", f"{LOOK}, minutes.default", "from 1 to 480"),
        ("default = 5", "default = -5", f"{LOOK}, minutes.default", "from 1 to 480"),
        ("default = 5", "default = 481", f"{LOOK}, minutes.default", "from 1 to 480"),
        ("floor = 2", "floor = 6", f"{LOOK}, minutes.floor", "more than the usual"),
        ("ceiling = 8", "ceiling = 4", f"{LOOK}, minutes.ceiling", "less than the usual"),
        ("minutes = {", "minuts = {", f"{LOOK}, minuts", "Is “minutes” meant?"),
        ('kind = "read"', 'kind = "reed"', f"{LOOK}, kind", "one of presenter, facilitator"),
        ('kind = "read"', "kind = 1979-05-27", f"{LOOK}, kind", "a date or time"),
        ('id = "look"\n', 'id = "Look!"\n', f"{LOOK}, id", "small letters"),
        ('id = "say"\n', 'id = "look"\n', f"{SAY}, id", "Another step has the id “look”"),
        ('id = "look"\n', "", f"{LOOK}, id", "missing"),
        ('title = "Look"\n', 'title = " "\n', "step 1 “look”, title", "empty"),
        ('title = "Look"\n', 'title = "a\\nb"\n', "step 1 “a b”, title", "one line"),
        ('title = "Look"\n', 'title = "L\\u0007ok"\n', "step 1 “L ok”, title", "control character"),
        ('title = "Look"\n', 'title = "Lo\\u202eok"\n', "step 1 “Lo ok”, title", "control character"),
        ("minutes = { default = 5, floor = 2, ceiling = 8 }\n", "", f"{LOOK}, minutes", "needs minutes"),
        ("round = { seconds = 45 }\n", "", f"{SAY}, minutes", "needs minutes"),
        ("seconds = 45", "seconds = 0", f"{SAY}, round.seconds", "Seconds must be"),
        ('say = "What do you see?"', 'say = ""', f"{SAY}, say", "what to say"),
        ('"observation"', '"observations"', f"{SAY}, captures[1].kind", "no kind of note"),
        ('over = "prompts", ', "", f"{ROUNDS}, repeat.over", "missing"),
        ('prompts = ["What?"', 'prompts = [""', f"{ROUNDS}, repeat.prompts", "empty text"),
        ('over = "prompts"', 'over = "prompts", least = 3', f"{ROUNDS}, repeat.least", "more than the usual"),
        ('kind = "loop"', 'kind = "loop"\nminutes = { default = 3 }', f"{ROUNDS}, minutes", "no “minutes”"),
        ('kind = "loop"', 'kind = "open"\nsay = "x"', f"{ROUNDS}, repeat", "Only a step of the kind “loop”"),
        ('[[steps.steps]]\nid = "say"', '[[other]]\nid = "say"', f"{ROUNDS}, steps", "steps of its own"),
        ("least = 3", "least = 13", "people.most", "fewer than the least"),
        ("least = 3", "least = 0", "people.least", "at least one"),
        ('id = "look-first"', 'id = "../x"', "id", "small letters"),
        ('name = "Look first"', 'name = ""', "name", "empty"),
        ('name = "Look first"', "name = 3", "name", "text in quotes, not the number 3"),
        ('summary = "Look, then talk."', 'summary = "' + "x" * 121 + '"', "summary", "longer than 120"),
        ('purpose = "', 'purpose = "' + "x" * 5000, "purpose", "longer than 4000"),
        ('looks_at = ["data"]', 'looks_at = ["data", "dota"]', "looks_at[2]", "one of student-work"),
        ('looks_at = ["data"]', 'looks_at = "data"', "looks_at", "a list"),
        ('grade = "own"', 'grade = "A"', "origin.sources", "needs a source"),
        ('grade = "own"', 'grade = "own"\nsources = ["ftp://x.org"]', "origin.sources[1]", "http"),
        (
            'grade = "own"',
            'grade = "own"\nsources = ["javascript:alert(1)"]',
            "origin.sources[1]",
            "web address",
        ),
    ],
)
def test_each_fault_has_its_place_and_says_what_is_wrong(old, new, place, words):
    found = faults_of(changed(old, new))
    assert words in found[place]


def test_all_faults_of_a_file_come_at_once():
    text = GOOD.replace("default = 5", 'default = "five"').replace("seconds = 45", "seconds = -1")
    text = text.replace('name = "Look first"\n', "").replace("least = 3", "least = 30")
    text = text.replace('"observation"', '"gossip"')
    assert list(faults_of(text)) == [
        "name",
        f"{LOOK}, minutes.default",
        "people.most",
        f"{SAY}, round.seconds",
        f"{SAY}, captures[1].kind",
    ]


def test_a_wrong_value_brings_no_second_fault_about_itself():
    assert list(faults_of(changed("default = 5", 'default = "x"'))) == [f"{LOOK}, minutes.default"]
    assert list(faults_of(changed("[[steps.steps]]", "[[steps]]"))) == [f"{ROUNDS}, steps"]


def test_forms_and_materials_name_steps_that_exist():
    more = """
[[materials]]
what = "The answer"
withheld_until = "loook"

[[forms]]
id = "short"
name = "Short"
minutes = { look = 3, rounds = 4, sai = 0 }
without = ["nothing"]
"""
    place = "forms[1]"
    found = faults_of(GOOD.replace("[[steps]]", more + "\n[[steps]]", 1))
    assert "“loook”" in found["materials[1].withheld_until"]
    assert "loop has no minutes" in found[f"{place}.minutes.rounds"]
    assert "“sai”" in found[f"{place}.minutes.sai"]
    assert "“nothing”" in found[f"{place}.without"]


def test_a_form_leaves_something():
    form = '[[forms]]\nid = "none"\nname = "None"\nwithout = ["look", "rounds"]\n'
    assert "leaves no step" in faults_of(GOOD + form)["forms[1].without"]


def test_protocols_inside_protocols():
    step = '\n[[steps]]\nid = "inner"\ntitle = "Inner"\nkind = "protocol"\nminutes = { default = 5 }\nsay = "Go."\n'
    assert "Name the protocol" in faults_of(GOOD + step)["step 3 “Inner”, protocol"]
    other = GOOD + step + 'protocol = "vote"\n'
    assert read_text(other, "x.toml").steps[2].protocol == "vote"
    assert read_text(other, "x.toml", {"vote"})
    assert "no protocol “vote”" in faults_of(other, {"tuning"})["step 3 “Inner”, protocol"]
    assert "inside itself" in faults_of(GOOD + step + 'protocol = "look-first"\n')["step 3 “Inner”, protocol"]


def test_no_steps_too_many_and_too_deep():
    head = GOOD[: GOOD.index("[[steps]]")]
    assert "at least one step" in faults_of(head + "steps = []" if False else "steps = []\n" + head)["steps"]
    one = '[[steps]]\nid = "s{n}"\ntitle = "S"\nkind = "read"\nminutes = {{ default = 1 }}\n'
    many = head + "".join(one.format(n=number) for number in range(1000))
    assert "1000 steps" in faults_of(many)["steps"]
    deep = head
    for level in range(1, 6):
        table = ".".join(["steps"] * level)
        deep += f'[[{table}]]\nid = "l{level}"\ntitle = "L"\nkind = "loop"\nrepeat = {{ over = "items" }}\n'
    deep += f'[[{".".join(["steps"] * 6)}]]\nid = "leaf"\ntitle = "Leaf"\nkind = "read"\nminutes = {{ default = 1 }}\n'
    assert faults_of(deep) == {"step 1.1.1.1 “L”": "Steps may be nested 3 deep at most."}


def test_something_must_run_every_time():
    text = GOOD.replace('kind = "read"', 'kind = "read"\noptional = true').replace(
        'kind = "loop"', 'kind = "loop"\nwhen = "first-time"'
    )
    assert "every time" in faults_of(text)["steps"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('id = "x"\nname = \n', 2, "not valid TOML"),
        ('id = "x"\nid = "y"\n', 2, "not valid TOML"),
        ('id = "x"\n\n\nname = "unclosed', 4, "not valid TOML"),
        ("[a]\nb = 1\n[a]\n", 3, "not valid TOML"),
        ("x = 1\ny = " + "9" * 5000, None, "impossible"),
        ("x = " + "[" * 5000, None, "nested too deep"),
        ("x = " + "{ a = " * 3000, None, "nested too deep"),
        ("[" + ".".join(["a"] * 2000) + "]\n", None, "nested too deep"),
        ("x = 0000-00-00", 1, "not valid TOML"),
    ],
)
def test_broken_toml_names_its_line(text, line, words):
    with pytest.raises(ProtocolFaults) as caught:
        read_text(text, "x.toml")
    (fault,) = caught.value.faults
    assert words in fault.sentence
    assert fault.line == line
    if line:
        assert f"x.toml: line {line}: " in str(fault)


def test_files_that_are_no_protocol(tmp_path: Path):
    def sentence_of(name: str, content: bytes) -> str:
        path = tmp_path / name
        path.write_bytes(content)
        with pytest.raises(UserError) as caught:
            read_protocol(path)
        return str(caught.value)

    assert "larger than 256 KB" in sentence_of("big.toml", b"#" * (LARGEST_FILE + 1))
    assert "line 2: The file is not written in UTF-8" in sentence_of(
        "latin.toml", "\nname = 'é'".encode("latin-1")
    )
    assert "missing" in sentence_of("empty.toml", b"")
    with pytest.raises(ProtocolFaults, match="no such file"):
        read_protocol(tmp_path / "none.toml")
    with pytest.raises(ProtocolFaults, match="no such file"):
        read_protocol(tmp_path)


def test_windows_files_with_a_byte_order_mark(tmp_path: Path):
    path = tmp_path / "notepad.toml"
    path.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert read_protocol(path).name == "Look first"


@pytest.mark.parametrize("title", ["בדיקה ראשונה", "👩🏽‍🏫 Look 👀", "Trần Nuñez Łukasz Ольга", "日本語"])
def test_titles_of_any_script_are_welcome(title):
    made = read_text(changed('title = "Look"', f'title = "{title}"'), "x.toml")
    assert made.steps[0].title == title


def test_the_sentence_of_the_error_counts_the_rest():
    with pytest.raises(ProtocolFaults) as caught:
        read_text(GOOD.replace("default = 5", "default = 0").replace("least = 3", "least = 0"), "x.toml")
    assert str(caught.value) == "x.toml: people.least: It takes at least one person. (1 more fault.)"


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.dates(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


@st.composite
def spoilt(draw) -> str:
    """The good file with one value, anywhere in it, replaced by something else."""
    data = tomlkit.parse(GOOD).unwrap()
    place = data
    while True:
        key = draw(st.sampled_from(sorted(place) if isinstance(place, dict) else range(len(place))))
        inner = place[key]
        if not isinstance(inner, dict | list) or not inner or draw(st.integers(0, 3)) == 0:
            break
        place = inner
    place[key] = draw(values.filter(lambda value: value is not None))
    return tomlkit.dumps(_without_none(data))


def _without_none(value):
    if isinstance(value, dict):
        return {key: _without_none(each) for key, each in value.items() if each is not None}
    return [_without_none(each) for each in value if each is not None] if isinstance(value, list) else value


@given(spoilt())
def test_no_value_anywhere_ends_in_a_traceback(text):
    try:
        read_text(text, "x.toml")
    except ProtocolFaults as error:
        assert error.faults
        assert all(fault.sentence.endswith(".") or fault.sentence.endswith("?") for fault in error.faults)


@given(st.text(max_size=200) | st.text(alphabet="[]{}=\"'\\.\n#ax1", max_size=200))
def test_no_text_ends_in_a_traceback(text):
    with pytest.raises(ProtocolFaults):
        read_text(text, "x.toml")


def test_hostile_files_are_refused():
    """And soon: benchmarks/growth.py."""
    for text in (
        ".".join(["a"] * 6_000) + " = 1",
        "".join(f"[[steps]]\nid='s{number}'\n" for number in range(800)),
        "x = [" + "1," * 12_000 + "]",
        'x = "' + "\\u0007" * 4_000 + '"',
        "".join(f"a{number}.b.c = 1\n" for number in range(1_500)),
    ):
        with pytest.raises(ProtocolFaults):
            read_text(text, "x.toml")


SHIPPED = sorted(paths.protocols().glob("*.toml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_what_is_shipped_is_complete(path):
    made = read_protocol(path, {each.stem for each in SHIPPED})
    assert made.id == path.stem
    assert made.good_when and made.not_when and made.cautions and made.roles and made.looks_at
    assert made.origin.credit and (made.origin.sources or made.origin.grade == "own")


def test_what_a_form_changes_must_be_sound_too():
    loop = Step(id="rooms", title="Rooms", kind="loop", repeat=Repeat(over="people"), steps=[step("look", 5)])
    changes = {
        "look": Change(kind="loop"),
        "talk": Change(speaks="one", turns=2),
        "rooms": Change(turns=4),
        "gone": Change(say="Hello."),
        "end": Change(say="", do=""),
    }
    made = protocol(
        loop,
        step("talk", 5),
        step("end", 5),
        forms=[Form(id="other", name="Other", changes=changes, together=["look"])],
    )
    assert [(where.words, sentence) for where, sentence in check(made)] == [
        ("forms[1].together", "Groups cannot come together inside a loop."),
        ("forms[1].together", "This is only for a form with “parallel” groups."),
        ("forms[1].changes.look.kind", "A form makes no loop of a step, nor a step of a loop."),
        ("forms[1].changes.talk.turns", "Only a step of the kind “loop” repeats."),
        ("forms[1].changes.talk.speaker", "Say who speaks, such as “the author of the lesson”."),
        ("forms[1].changes.rooms.turns", "This loop has a turn for each person."),
        ("forms[1].changes.gone", "There is no step with the id “gone”."),
        ("forms[1].changes.end.say", "People talk in this step: write what to say or what to do."),
    ]


@pytest.mark.parametrize(
    ("wrong", "place", "words"),
    [
        ({"speaker": "the host"}, "speaker", "“one” or “some”"),
        ({"speaks": "one", "speaker": "x" * 41}, "speaker", "at most 40"),
        ({"speaks": "outer"}, "speaks", "Only a fishbowl"),
        ({"silent": "inner"}, "silent", "Only a fishbowl"),
        ({"kind": "round", "round": Round(seconds=60, ceiling_seconds=45)}, "round.ceiling_seconds", "less"),
        ({"kind": "round", "round": Round(ceiling_seconds=10)}, "round.ceiling_seconds", "less"),
        ({"kind": "round", "round": Round(ceiling_seconds=0)}, "round.ceiling_seconds", "from 1"),
    ],
)
def test_who_speaks_and_how_long_must_be_possible(wrong, place, words):
    faults = check(protocol(step("talk", 5, **wrong)))
    assert faults[0][0].field == place
    assert words in faults[0][1]
