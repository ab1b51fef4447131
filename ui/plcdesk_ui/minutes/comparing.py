"""Comparing a version of the minutes with the one before, or a draft with the last version."""

from plcdesk.minutes.differences import DifferentLine, differences
from plcdesk.minutes.document import Document
from plcdesk.minutes.versions import VersionInfo, facts_of, read_version
from plcdesk.store.reader import Reader
from plcdesk.text import tr
from plcdesk_ui.context import Context
from plcdesk_ui.screen import Screen


def compare(
    screen: Screen, context: Context, meeting_id: str, versions: tuple[VersionInfo, ...], shown: str
) -> None:
    """Compare in the background, then open the sheet. `shown` is the id of the version looked at, or empty."""
    newer = next((place for place, version in enumerate(versions) if version.id == shown), len(versions) - 1)
    draft = (
        not shown and context.reader.value("SELECT status FROM meeting WHERE id = ?", [meeting_id]) == "draft"
    )
    older = newer if draft else max(0, newer - 1)
    newer = older + 1

    def job() -> tuple[DifferentLine, ...]:
        with context.workspace.reader() as reader:
            before = read_version(reader, versions[older].id)
            return differences(before, _now(reader) if draft else read_version(reader, versions[newer].id))

    def _now(reader: Reader) -> Document:
        from plcdesk.minutes.minutes_of import minutes_document

        return minutes_document(facts_of(reader, meeting_id))

    def arrived(lines: tuple[DifferentLine, ...]) -> None:
        from plcdesk_ui.minutes.differences_sheet import DifferencesSheet

        words = (
            tr("Since version {old}").format(old=versions[older].number)
            if draft
            else tr("From version {old} to version {new}").format(
                old=versions[older].number, new=versions[newer].number
            )
        )
        sheet = DifferencesSheet(words, lines, screen)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    context.in_background(job, arrived)
