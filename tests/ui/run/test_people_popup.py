"""Who is here: one tick for who comes and leaves."""

import pytest
from PySide6.QtWidgets import QApplication

from plcdesk_ui.run.people_popup import PeoplePopup


@pytest.fixture
def popup(room):
    room.click(room.desk.bar.people)
    found = shown()
    yield found
    found.close()


def shown() -> PeoplePopup:
    return next(
        each for each in QApplication.topLevelWidgets() if isinstance(each, PeoplePopup) and each.isVisible()
    )


def line(popup, name: str):
    return next(each for each in popup.lines if each.member.first_name == name)


def test_a_tick_says_that_somebody_left_or_came(room, popup):
    room.wait(minutes=8)
    room.click(line(popup, "Minh").box)
    assert room.read().attendance[room.member("Minh")].status == "left"
    assert line(popup, "Minh").content.secondary.text() == "left 10:58"
    assert room.desk.bar.people.text() == "4 here, 1 left"
    room.wait(minutes=4)
    room.click(line(popup, "Minh").box)
    minh = line(popup, "Minh")
    assert (minh.content.secondary.text(), minh.correction.text()) == ("came back 11:02", "here all along")
    assert room.desk.bar.people.text() == "5 here"
    assert popup.isVisible()


def test_a_wrong_tick_is_corrected(room, popup):
    minh = line(popup, "Minh")
    assert minh.correction.isHidden()
    room.click(minh.box)
    assert minh.correction.text() == "was not here"
    room.click(minh.correction)
    assert room.read().attendance[room.member("Minh")].status == "absent"
    assert (minh.content.secondary.text(), minh.correction.isHidden()) == ("absent", True)
    room.click(minh.box)
    room.click(minh.correction)
    assert room.read().attendance[room.member("Minh")].status == "present"


def test_somebody_new_on_the_team_can_be_ticked(room, do):
    from plcdesk.planning.teams import add_member

    do(add_member, room.team.id, "Sam Wright")
    room.settle()
    room.click(room.desk.bar.people)
    popup = shown()
    assert not line(popup, "Sam").box.isChecked()
    room.click(line(popup, "Sam").box)
    assert room.desk.bar.people.text() == "6 here"
    popup.close()
