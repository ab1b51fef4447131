"""Where a protocol is from, with links to its sources: nothing is opened before it was shown and agreed to."""

from collections.abc import Callable

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from plcdesk.library.handout_words import grade_line, origin_line
from plcdesk.library.schema import Protocol
from plcdesk.text import tr
from plcdesk_ui.theme.sizes import ROW
from plcdesk_ui.widgets.buttons import Button, button
from plcdesk_ui.widgets.flow import flow
from plcdesk_ui.widgets.label import plain
from plcdesk_ui.widgets.sheet import Sheet

Opener = Callable[[QUrl], object]
LONGEST = 2000  # characters; no browser takes more


class Sources(QWidget):
    """Credit, how sure the steps are, and the sources: web addresses as links, all else as text."""

    def __init__(self, protocol: Protocol, opener: Opener = QDesktopServices.openUrl) -> None:
        super().__init__()
        self._opener = opener
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(ROW - 4)
        box.addWidget(plain(f"{origin_line(protocol)}. {grade_line(protocol)}", "secondary", wrap=True))
        if protocol.origin.note:
            box.addWidget(plain(protocol.origin.note, "caption", wrap=True))
        self.links: list[Button] = []
        for source in protocol.origin.sources:
            url = web_address(source)
            if url is None:
                box.addWidget(plain(source, "caption", wrap=True))
            else:
                self.links.append(self._link(url))
        if self.links:
            box.addWidget(flow(plain(tr("Sources:"), "secondary"), *self.links))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _link(self, url: QUrl) -> Button:
        made = button(url.host().removeprefix("www."), lambda: self._ask(url), "link", tip=address_words(url))
        made.setAccessibleName(tr("Source: {address}").format(address=address_words(url)))
        return made

    def _ask(self, url: QUrl) -> None:
        sheet = LinkSheet(url, self.window())
        sheet.accepted.connect(lambda: self._opener(url))
        sheet.open()


class LinkSheet(Sheet):
    """Shows the whole address before the browser is opened."""

    def __init__(self, url: QUrl, parent: QWidget | None = None) -> None:
        super().__init__(tr("Open in the browser?"), parent=parent)
        self.body.addWidget(plain(address_words(url), wrap=True, selectable=True))
        self.body.addWidget(
            plain(tr("PLC Desk itself never goes online. Your browser will."), "secondary", wrap=True)
        )
        self.add_cancel()
        self.add_accept(tr("Open"))


def web_address(source: str) -> QUrl | None:
    """The source as an address that may be opened: http or https, with a host and without a user; else None."""
    text = source.strip()
    if len(text) > LONGEST or any(not letter.isprintable() or letter.isspace() for letter in text):
        return None
    url = QUrl(text, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme().lower() not in ("http", "https") or not url.host():
        return None
    return None if url.userInfo() else url


def address_words(url: QUrl) -> str:
    """The address with nothing hidden: letters that could deceive are written in code."""
    return bytes(url.toEncoded().data()).decode("ascii", "replace")
