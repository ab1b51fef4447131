"""Files that somebody made to do harm, and files that were damaged: one sentence, and nothing changed."""

import json
import random
import struct

import msgspec
import pytest

from plcdesk.errors import EnvironmentProblem, UserError
from plcdesk.sharing.coming import compare
from plcdesk.sharing.mailbox import teams_here
from plcdesk.sharing.opening import open_share
from plcdesk.sharing.selection import Scope
from tests.sharing.bending import bent, changed, hostile, line_of, parts_of
from tests.sharing.laptops import examples


@pytest.fixture
def honest(laptop, tmp_path):
    """An honest file: its manifest and its records, to be bent."""
    anna = laptop("Anna")
    anna.share(tmp_path / "honest.plcdesk", Scope(teams_here(anna.reader)[0]))
    return tmp_path / "honest.plcdesk"


def test_no_lie_is_believed(honest, laptop, tmp_path):
    ben = laptop("Ben")
    before = ben.content()
    names = []
    for name, content in hostile(*parts_of(honest)):
        file = tmp_path / "hostile.plcdesk"
        file.write_bytes(content)
        with pytest.raises((UserError, EnvironmentProblem)) as told:
            ben.take(file)
        sentence = str(told.value)
        assert "hostile" in sentence and "\n" not in sentence and 20 < len(sentence) < 200, name
        names.append(name)
    assert len(names) > 45
    assert ben.content() == before == {}
    assert ben.reader.value("SELECT count(*) FROM work") == 0


def test_a_newer_file_is_told_apart(honest, tmp_path):
    manifest, lines = parts_of(honest)
    file = tmp_path / "hostile.plcdesk"
    file.write_bytes(bent(manifest, lines, manifest={"format": 2, "what_is": "not known yet"}))
    with pytest.raises(UserError, match="newer PLC Desk"):
        open_share(file)


def test_what_the_tests_bend_is_good_unbent(honest, laptop, tmp_path):
    manifest, lines = parts_of(honest)
    file = tmp_path / "same.plcdesk"
    file.write_bytes(bent(manifest, changed(lines, "entry")))
    assert laptop("Ben").take(file)["new"] == len(lines)


def mutated(content, chance):
    """A file with some of its bytes changed, cut, doubled or moved; its check sums sometimes made right again."""
    made = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(made))
        match chance.randrange(6):
            case 0:
                made[at] ^= 1 << chance.randrange(8)
            case 1:
                made[at] = chance.randrange(256)
            case 2:
                del made[at : at + chance.randint(1, 30)]
            case 3:
                made[at:at] = made[at : at + chance.randint(1, 40)]
            case 4:
                made[at : at + 4] = struct.pack("<L", chance.choice((0, 1, 2**31, 2**32 - 1)))
            case _:
                del made[at:]
        if not made:
            break
    return bytes(made)


def mutated_inside(manifest, lines, chance):
    """A file whose zip is right but whose records were changed."""
    place = chance.randrange(len(lines))
    line = mutated(lines[place], chance)
    try:
        read = json.loads(line)
        held = msgspec.json.encode(read["heads"][0]["content"], order="sorted")
        line = line_of(read["table"], read["key"], None, held)
    except (ValueError, LookupError, TypeError, AttributeError):
        pass
    return bent(manifest, [*lines[:place], line, *lines[place + 1 :]])


def test_damaged_files_are_refused_or_are_as_good_as_new(honest, laptop, tmp_path):
    """A mutation may leave a file that is valid; then it can be looked at and brought in like any other."""
    ben = laptop("Ben")
    chance = random.Random(20261124)
    content = honest.read_bytes()
    manifest, lines = parts_of(honest)
    file = tmp_path / "damaged.plcdesk"
    refused = 0
    for number in range(examples(160, 6_000)):
        file.write_bytes(mutated_inside(manifest, lines, chance) if number % 2 else mutated(content, chance))
        try:
            with open_share(file) as share:
                compare(ben.reader, share)
        except (UserError, EnvironmentProblem):
            refused += 1
            continue
        ben.take(file, deletions_agreed=True)
        assert ben.reader.rows("PRAGMA foreign_key_check") == []
    assert refused > 50
