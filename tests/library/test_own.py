"""Own protocols as files: saved, kept while unfinished, brought in, sent out, deleted and brought back."""

import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from plcdesk import paths
from plcdesk.library import draft as drafts
from plcdesk.library import own
from plcdesk.library.catalogue import Catalogue
from plcdesk.library.checks import check
from plcdesk.library.draft_history import DraftHistory
from plcdesk.library.draft_text import protocol_of, text_of
from plcdesk.library.faults import ProtocolFaults
from plcdesk.library.reading import read_protocol
from plcdesk.library.schema import Capture, Form, Material
from tests.library.making import protocol, protocols, step, turns

SHIPPED = sorted(paths.protocols().glob("*.toml"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "own"


@pytest.fixture
def atlas():
    return read_protocol(paths.protocols() / "atlas-data.toml")


def ids(made) -> list[str]:
    return drafts.step_ids(made)


def test_a_copy_is_ours_and_says_what_it_comes_from(atlas):
    copy = own.copy_of(atlas, "ATLAS for labs", {"atlas-data", "atlas-for-labs"})
    assert (copy.id, copy.name, copy.variant_of) == ("atlas-for-labs-2", "ATLAS for labs", "atlas-data")
    assert copy.origin.grade == "own"
    assert "ATLAS Looking at Data" in copy.origin.credit and "Buchovecky" in copy.origin.credit
    assert copy.steps == atlas.steps
    assert not copy.also_known_as  # else 'ATLAS' would name two protocols
    assert check(copy) == []


def test_saved_it_stands_in_the_catalogue_for_its_owner_only(folder, atlas):
    copy = own.copy_of(atlas, "ATLAS for labs", {"atlas-data"})
    file = own.save_own(folder, copy)
    catalogue = Catalogue([paths.protocols(), folder])
    assert catalogue.get("atlas-for-labs") == copy
    assert [one.own for one in catalogue.summaries() if one.id == "atlas-for-labs"] == [True]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [path.name for path in folder.iterdir()] == ["atlas-for-labs.toml"]


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_each_of_ours_is_the_same_when_written_and_read_again(file):
    known = read_protocol(file)
    assert protocol_of(text_of(known)) == known
    text = file.read_text(encoding="utf-8")
    assert text_of(known, text) == text


def test_comments_of_a_file_written_by_hand_stay(folder, atlas):
    copy = own.copy_of(atlas, "Labs", set())
    file = own.save_own(folder, copy)
    text = file.read_text(encoding="utf-8")
    lines = text.replace('title = "Describe"', 'title = "Describe"  # say it slowly')
    file.write_text("# Rosa's own\n" + lines, encoding="utf-8")
    first = copy.steps[0]
    changed = drafts.with_step(copy, replace(first, say="Hello.", title="Begin"))
    changed = drafts.moved(changed, copy.steps[1].id, 1)
    own.save_own(folder, changed, file)
    after = file.read_text(encoding="utf-8")
    assert "# Rosa's own" in after and "# say it slowly" in after
    assert read_protocol(file) == changed


def test_one_with_something_to_mend_is_not_saved_but_kept_as_a_draft(folder, atlas):
    copy = own.copy_of(atlas, "Labs", set())
    file = own.save_own(folder, copy)
    before = file.read_bytes()
    broken = replace(copy, name="", steps=[], forms=[])
    with pytest.raises(ProtocolFaults) as told:
        own.save_own(folder, broken)
    assert len(told.value.faults) == 2
    assert file.read_bytes() == before
    own.keep_draft(folder, broken)
    assert own.read_draft(folder, "labs") == broken
    assert own.unfinished(folder) == [own.Unfinished("labs", "", has_file=True)]
    catalogue = Catalogue([paths.protocols(), folder])
    assert catalogue.get("labs") == copy and catalogue.faults() == ()
    own.save_own(folder, copy)
    assert own.read_draft(folder, "labs") is None and own.unfinished(folder) == []


@given(protocols(), st.text(max_size=30), st.integers(-2, 900))
def test_a_draft_keeps_anything_that_can_be_typed(tmp_path_factory, made, text, number):
    folder = tmp_path_factory.mktemp("drafts")
    first = made.steps[0]
    minutes = replace(first.minutes, default=number) if first.minutes else None
    typed = replace(made, purpose=text, steps=[replace(first, say=text, minutes=minutes), *made.steps[1:]])
    own.keep_draft(folder, typed)
    assert own.read_draft(folder, typed.id) == typed


def test_a_draft_that_somebody_broke_is_passed_over(folder, atlas):
    file = own.keep_draft(folder, replace(atlas, id="labs"))
    file.write_text("this is = = not", encoding="utf-8")
    assert own.read_draft(folder, "labs") is None and own.unfinished(folder) == []


def test_a_file_of_somebody_else_comes_in(folder, tmp_path, atlas):
    given_file = tmp_path / "theirs.toml"
    own.export_file(own.copy_of(atlas, "Labs", set()), given_file)
    brought = own.import_file(given_file, folder, {"atlas-data"})
    assert brought.id == "labs" and read_protocol(folder / "labs.toml") == brought


@pytest.mark.parametrize("times", [1, 3])
def test_an_id_that_is_taken_is_changed(folder, tmp_path, atlas, times):
    file = tmp_path / "theirs.toml"
    file.write_text("# theirs\n" + text_of(atlas), encoding="utf-8")
    for number in range(times):
        brought = own.import_file(file, folder, {"atlas-data"})
        assert brought.id == f"atlas-data-{number + 2}"
    catalogue = Catalogue([paths.protocols(), folder])
    assert catalogue.faults() == () and catalogue.get("atlas-data") == atlas
    assert (folder / "atlas-data-2.toml").read_text(encoding="utf-8").startswith("# theirs")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name = ", "line 1"),
        ('id = "x"\nname = "X"', "missing"),
        ("a = 1\n" * 60_000, "larger than 256 KB"),
        ("a." * 5000 + "b = 1", "nested too deep"),
        ("", "missing"),
    ],
)
def test_a_wrong_file_is_refused_with_its_faults_and_changes_nothing(folder, tmp_path, text, told):
    file = tmp_path / "wrong.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ProtocolFaults) as refused:
        own.import_file(file, folder, set())
    assert any(told in str(fault) for fault in refused.value.faults)
    assert not folder.exists() or list(folder.iterdir()) == []


def test_all_faults_of_a_file_are_told_at_once(folder, tmp_path, atlas):
    file = tmp_path / "wrong.toml"
    text = text_of(atlas).replace("default = 3", "default = 0").replace('kind = "open"', 'kind = "opne"')
    file.write_text(text.replace('name = "ATLAS Looking at Data"', 'nmae = "X"'), encoding="utf-8")
    with pytest.raises(ProtocolFaults) as refused:
        own.import_file(file, folder, set())
    assert len(refused.value.faults) >= 4


def test_a_protocol_that_runs_one_that_is_not_there_is_refused(folder, tmp_path):
    inner = step("inner", 10, kind="protocol", protocol="not-here")
    file = tmp_path / "outer.toml"
    file.write_text(text_of(protocol(inner)), encoding="utf-8")
    with pytest.raises(ProtocolFaults, match="not-here"):
        own.import_file(file, folder, set(), known_ids={"atlas-data"})


def test_deleted_and_brought_back(folder, atlas):
    copy = own.copy_of(atlas, "Labs", set())
    file = own.save_own(folder, copy)
    own.keep_draft(folder, replace(copy, name=""))
    away = own.delete_own(folder, file, copy.id)
    catalogue = Catalogue([paths.protocols(), folder])
    assert catalogue.path_of("labs") is None and own.read_draft(folder, "labs") is None
    own.restore_own(folder, away, file, copy.id)
    assert catalogue.get("labs") == copy
    assert own.read_draft(folder, "labs") == replace(copy, name="")


def test_two_deleted_files_of_one_name_are_both_kept(folder, atlas):
    copy = own.copy_of(atlas, "Labs", set())
    gone = [own.delete_own(folder, own.save_own(folder, copy), copy.id) for _ in range(2)]
    assert gone[0] != gone[1] and all(read_protocol(each) == copy for each in gone)


def test_ids_come_from_names():
    assert drafts.free_id("Ana’s Tuning (Nuñez)", {"x"}) == "ana-s-tuning-nunez"
    assert drafts.free_id("漢字 🎉", set()) == "our-protocol"
    assert drafts.free_id("A" * 300, set()) == "a" * 54


class TestSteps:
    def test_added_behind_one_inside_a_loop_and_last(self):
        made = protocol(step("a", 1), turns("each", step("b", 1)))
        assert ids(drafts.added(made, step("c", 1), after="a")) == ["a", "c", "each", "b"]
        assert ids(drafts.added(made, step("c", 1), inside="each")) == ["a", "each", "b", "c"]
        assert ids(drafts.added(made, step("c", 1), after="b")) == ["a", "each", "b", "c"]
        assert ids(drafts.added(made, step("c", 1))) == ["a", "each", "b", "c"]

    def test_a_loop_is_duplicated_with_ids_of_its_own(self):
        made, twin = drafts.duplicated(protocol(turns("each", step("b", 1))), "each")
        assert ids(made) == ["each", "b", "each-2", "b-2"] and twin == "each-2"
        assert check(made) == []

    def test_a_step_moves_through_a_loop_and_out_of_it(self):
        made = protocol(step("a", 1), turns("each", step("b", 1)), step("c", 1))
        seen = []
        for _ in range(5):
            made = drafts.moved(made, "a", 1)
            seen.append(drafts.path_of(made, "a"))
        assert seen == [(0, 0), (0, 1), (1,), (2,), (2,)]
        for _ in range(5):
            made = drafts.moved(made, "a", -1)
        assert made == protocol(step("a", 1), turns("each", step("b", 1)), step("c", 1))

    def test_loops_are_never_nested_too_deep_by_moving(self):
        deep = turns("one", turns("two", step("x", 1)))
        made = protocol(turns("each", step("b", 1)), deep)
        for _ in range(6):
            made = drafts.moved(made, "each", 1)
            assert check(made) == []

    def test_what_named_a_deleted_step_forgets_it(self):
        made = protocol(
            step("a", 5),
            step("b", 5),
            materials=[Material(what="Data", withheld_until="b")],
            forms=[Form(id="short", name="Short", minutes={"b": 2}, without=["b"])],
        )
        assert check(drafts.without_step(made, "b")) == []

    @given(protocols(), st.data())
    def test_no_move_loses_or_doubles_a_step(self, made, data):
        before = sorted(ids(made))
        for _ in range(6):
            step_id = data.draw(st.sampled_from(before))
            made = drafts.moved(made, step_id, data.draw(st.sampled_from((-1, 1))))
            assert sorted(ids(made)) == before


class TestHistory:
    def test_typing_in_one_field_is_one_step_and_a_pause_begins_another(self):
        first = protocol(step("a", 1))
        states = [replace(first, purpose=text) for text in ("L", "Lo", "Loo", "Look")]
        history = DraftHistory(first)
        for state, at in zip(states, (0.0, 1.0, 2.0, 9.0), strict=True):
            history.change(state, "purpose", at)
        assert history.undo() == states[2]
        assert history.undo() == first and not history.can_undo
        assert history.redo() == states[2]
        assert history.redo() == states[3] and not history.can_redo

    def test_what_is_the_same_is_no_step_and_a_change_drops_what_was_taken_back(self):
        first = protocol(step("a", 1))
        history = DraftHistory(first)
        assert not history.change(replace(first))
        history.change(replace(first, name="Two"))
        history.undo()
        history.change(replace(first, name="Three"))
        assert not history.can_redo and history.undo() == first

    def test_two_fields_are_two_steps(self):
        first = protocol(step("a", 1, captures=[Capture(kind="note", name="Note")]))
        history = DraftHistory(first)
        history.change(replace(first, name="Two"), "name", 0)
        history.change(replace(first, name="Two", summary="S"), "summary", 0.5)
        assert history.undo().name == "Two"
