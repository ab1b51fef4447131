"""Meeting templates and norms to start from."""

from pathlib import Path

import pytest

from plcdesk.library.faults import ProtocolFaults
from plcdesk.library.fitting import Fitted, fit
from plcdesk.library.norms import norm_topics
from plcdesk.library.templates import read_template, templates
from tests.shipped import SHIPPED


def test_the_weekly_meeting_takes_45_minutes():
    found = {each.id: each for each in templates()}
    assert [(item.kind, item.minutes) for item in found["weekly-45"].items] == [
        ("opening", 5),
        ("topic", 25),
        ("decision", 10),
        ("wrap_up", 5),
    ]
    assert found["empty"].items == []
    assert templates()[-1].id == "empty"


def test_protocols_of_templates_exist_and_fit():
    catalogue = SHIPPED
    for template in templates():
        for item in template.items:
            if item.protocol is not None:
                assert isinstance(fit(catalogue.get(item.protocol), item.minutes, 6), Fitted)
    first = next(each for each in templates() if each.id == "first-meeting")
    assert "norms" in [item.protocol for item in first.items]


def test_templates_say_what_they_are_for():
    for template in templates():
        assert template.name and template.when.endswith(".")
        assert all(item.purpose.endswith(".") for item in template.items)


def test_a_wrong_template_says_why(tmp_path: Path):
    path = tmp_path / "x.toml"
    path.write_text(
        'id = "x"\nname = "X"\nwhen = "Now."\nminutes = 30\n'
        '[[items]]\nkind = "protocol"\ntitle = "P"\nminutes = 10\n'
        '[[items]]\nkind = "topic"\ntitle = " "\nminutes = 5\n',
        "utf-8",
    )
    with pytest.raises(ProtocolFaults) as caught:
        read_template(path)
    assert [fault.place for fault in caught.value.faults] == ["items[1].protocol", "items[2]", "minutes"]
    path.write_text('id = "x"\nname = "X"\nwhen = 3\nminuts = 30\n', "utf-8")
    with pytest.raises(ProtocolFaults) as caught:
        read_template(path)
    assert [fault.place for fault in caught.value.faults] == ["when", "minutes", "minuts"]


def test_there_are_25_norms_in_6_topics_each_with_what_it_looks_and_sounds_like():
    topics = norm_topics()
    norms = [norm for topic in topics for norm in topic.norms]
    assert (len(topics), len(norms)) == (6, 25)
    assert len({norm.text for norm in norms}) == 25
    for norm in norms:
        assert norm.text.endswith(".") and len(norm.text) <= 80
        assert len(norm.looks) > 20 and norm.sounds.startswith("“")
