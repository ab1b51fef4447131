"""Letters between a team and its coach."""

from plcdesk.insights.letters import latest_letter, letter_opening, open_with_letter, write_letter
from plcdesk.store.tables import Meeting, Team
from plcdesk.store.work import Work
from plcdesk.store.workspace import Workspace


def make(work: Work) -> tuple[str, str, str]:
    team = work.add(Team(name="Team"))
    work.session.flush()
    first, second = (
        work.add(Meeting(team_id=team.id, title=title, starts_at="2026-11-24T10:00")) for title in ("1", "2")
    )
    return team.id, first.id, second.id


def test_typing_on_one_day_is_one_letter_and_another_day_begins_another(workspace: Workspace, time):
    team, _, _ = workspace.writer.write(make).result(60).value
    write = workspace.writer.write
    write(write_letter, team, "to_coach", typing="well", went_well="Data").result(60)
    write(write_letter, team, "to_coach", typing="well", went_well="Data first").result(60)
    write(write_letter, team, "to_coach", question="How long?").result(60)
    with workspace.reader() as reader:
        letter = latest_letter(reader, team, "to_coach")
        assert letter is not None and (letter.went_well, letter.question) == ("Data first", "How long?")
        assert latest_letter(reader, team, "to_team") is None
        time.pass_by(days=1)
        write(write_letter, team, "to_coach", went_well="Norms").result(60)
        latest = latest_letter(reader, team, "to_coach")
        assert latest is not None and latest.went_well == "Norms"
        assert reader.value("SELECT count(*) FROM coach_letter") == 2


def test_a_coachs_letter_opens_one_meeting_and_no_other(workspace: Workspace):
    team, first, second = workspace.writer.write(make).result(60).value
    letter = workspace.writer.write(write_letter, team, "to_team", went_well="Evidence").result(60).value
    with workspace.reader() as reader:
        found = letter_opening(reader, team, first)
        assert found is not None and found.id == letter
        workspace.writer.write(open_with_letter, letter, first).result(60)
        assert letter_opening(reader, team, first) is not None
        assert letter_opening(reader, team, second) is None
        workspace.writer.write(write_letter, team, "to_team", question="And then?").result(60)
        again = letter_opening(reader, team, second)
        assert again is not None and (again.went_well, again.question) == ("", "And then?")
        still = letter_opening(reader, team, first)
        assert still is not None and still.went_well == "Evidence"


def test_an_empty_letter_opens_nothing(workspace: Workspace):
    team, first, _ = workspace.writer.write(make).result(60).value
    workspace.writer.write(write_letter, team, "to_team", went_well="  ").result(60)
    with workspace.reader() as reader:
        assert letter_opening(reader, team, first) is None
