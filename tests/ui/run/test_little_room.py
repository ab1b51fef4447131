"""Forty people in a small window with large type: nobody's circle and no ring is cut."""

import pytest
from PySide6.QtCore import QPoint, QRect

from plcdesk.planning.agendas import NewItem
from plcdesk.running.rehearsal import made_up_names
from plcdesk_ui.theme.theme import theme_of
from tests.shipped import SHIPPED


@pytest.fixture
def members():
    return tuple(made_up_names(40))


@pytest.fixture
def agenda():
    return (NewItem("protocol", "ATLAS", 60, protocol=SHIPPED.get("atlas-data")),)


@pytest.fixture
def large_type(qapp, rig):
    theme = theme_of(rig.screen)
    theme.apply("light", 1.5)
    yield theme
    theme.apply("light", 1.0)


@pytest.mark.usefixtures("large_type")
def test_the_round_and_the_ring_stand_there_whole(rig):
    rig.screen.resize(949, 700)
    rig.start()
    rig.live.go_to(next(step.key for step in rig.live.state.plan.steps if step.title == "Interpret"))
    rig.settle()
    assert (rig.screen.width(), rig.screen.height()) == (949, 700)
    step = rig.desk.step
    circles = [button for button in step.round.people._buttons if button.isVisible()]
    assert len(circles) == 40
    assert all(within(button, step.round.people) for button in circles)
    assert within(step.round.people, step)
    assert within(step.middle.ring, step._area.viewport())
    assert within(step.foot.question, step.foot) and not step.over.isVisible()


def within(inner, outer) -> bool:
    """Whether a widget lies in another one as a whole."""
    return outer.rect().contains(QRect(inner.mapTo(outer, QPoint(0, 0)), inner.size()))
