"""Minutes of about three pages as a PDF, against the same text put on pages by hand with platypus."""

import io
import time
from pathlib import Path

from benchmarks.ratio import Ratio, interleaved
from plcdesk import paths
from plcdesk.minutes.document import Document, Heading, Paragraph, Run
from plcdesk.minutes.pdf import pdf_bytes

ROUNDS = 31
SENTENCE = (
    "They know both numbers and still trust that heavy things sink, so the ticket asks for the wrong thing. "
)
PARAGRAPHS = 45


def run(folder: Path) -> list[Ratio]:
    """Minima of interleaved runs."""
    del folder
    by_hand(), ours()
    mine, hand = interleaved(ROUNDS, lambda: timed(ours), lambda: timed(by_hand))
    return [Ratio("PDF of three pages / the same by hand", min(mine), min(hand), 1.5)]


def timed(make) -> float:
    began = time.perf_counter()
    make()
    return (time.perf_counter() - began) * 1000


def ours() -> bytes:
    blocks = []
    for number in range(PARAGRAPHS):
        if number % 5 == 0:
            blocks.append(Heading(f"Part {number}", 2))
        blocks.append(Paragraph((Run(SENTENCE * 3),)))
    return pdf_bytes(Document("Minutes", "Science", "en", tuple(blocks)), "letter")


def by_hand() -> bytes:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph as Words
    from reportlab.platypus import SimpleDocTemplate

    if "Hand" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Hand", str(paths.fonts() / "NotoSans-Regular.ttf")))
        pdfmetrics.registerFont(TTFont("HandBold", str(paths.fonts() / "NotoSans-Bold.ttf")))
    body = ParagraphStyle("body", fontName="Hand", fontSize=10, leading=14)
    head = ParagraphStyle("head", fontName="HandBold", fontSize=12, leading=16)
    story = []
    for number in range(PARAGRAPHS):
        if number % 5 == 0:
            story.append(Words(f"Part {number}", head))
        story.append(Words(SENTENCE * 3, body))
    to = io.BytesIO()
    SimpleDocTemplate(to).build(story)
    return to.getvalue()
