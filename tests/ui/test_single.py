"""A second start on the same workspace brings the first window to the front."""

from plcdesk_ui.shell.single import ComeForward, ask_to_come_forward, channel_of


def test_the_first_window_hears_of_a_second_start(qapp, qtbot, tmp_path):
    file = tmp_path / "w.plcdb"
    shown = []
    listener = ComeForward(file, shown.append, qapp)
    assert ask_to_come_forward(file, "plan:abc")
    qtbot.waitUntil(lambda: shown == ["plan:abc"])
    listener.deleteLater()


def test_nobody_answers_for_another_workspace(qapp, tmp_path):
    assert not ask_to_come_forward(tmp_path / "nobody.plcdb")


def test_each_workspace_has_a_channel_of_its_own(tmp_path):
    assert channel_of(tmp_path / "a") != channel_of(tmp_path / "b")
    assert channel_of(tmp_path / "a") == channel_of(tmp_path / "x" / ".." / "a")
