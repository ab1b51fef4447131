"""The app's main job where there is no display: sample minutes, as a PDF."""

from pathlib import Path

from installer.machine import Runner, Trouble, say


def make_sample_minutes(runner: Runner, python: Path, root: Path) -> int:
    """Make the sample workspace, export the minutes of its latest meeting, and say where they are.

    Returns an exit status. Raises Trouble.
    """
    say("There is no display here, so PLC Desk opens no window and writes the minutes of a sample team.")
    sample = root / "build" / "sample.plcdb"
    minutes = root / "build" / "minutes.pdf"
    plcdesk = [str(python), "-m", "plcdesk"]
    sample.parent.mkdir(exist_ok=True)
    if not sample.exists():
        status = runner.run([*plcdesk, "demo", str(sample)])
        if status != 0:
            return status
    held = [
        meeting
        for meeting in runner.read_json([*plcdesk, "--workspace", str(sample), "meetings", "--json"])
        if meeting["status"] in ("draft", "final")
    ]
    if not held:
        raise Trouble(f"No meeting in {sample} has minutes; delete that file and start again.")
    latest = max(held, key=lambda meeting: meeting["starts_at"])
    export = ["--workspace", str(sample), "minutes", latest["id"], "-o", str(minutes)]
    status = runner.run([*plcdesk, *export])
    if status == 0:
        say(f"The minutes of '{latest['title']}' are in {minutes}")
    return status
