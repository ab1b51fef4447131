"""The look of the minutes in Word: styles that people can change, numbers that begin at 1, lines of tables."""

# The type hints for python-docx are incomplete.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportUnknownParameterType=false, reportMissingParameterType=false

from collections.abc import Iterable
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from plcdesk.minutes.document import Runs, Table, Tone
from plcdesk.minutes.inks import INKS, LINE
from plcdesk.minutes.legible import clean
from plcdesk.minutes.paper import Paper
from plcdesk.text import tr

_FONT = "Calibri"
_SIDE = 60.0
_SIZES: dict[Paper, tuple[float, float]] = {"letter": (612.0, 792.0), "a4": (595.3, 841.9)}
_SMALL = 9.5


class Look:
    """Gives a new Word file its styles and paper, and dresses what is written in it. Lengths are in points."""

    def __init__(self, made: Any, paper: Paper, language: str) -> None:
        self._made = made
        self._width = _SIZES[paper][0] - 2 * _SIDE
        section = made.sections[0]
        section.page_width, section.page_height = (Pt(side) for side in _SIZES[paper])
        section.left_margin = section.right_margin = Pt(_SIDE)
        section.top_margin, section.bottom_margin = Pt(50), Pt(60)
        defaults = made.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
        defaults.find(qn("w:lang")).set(qn("w:val"), language)
        self._styles()

    def points(self, number: float) -> Any:
        """A length as Word wants it."""
        return Pt(number)

    def fill(self, paragraph: Any, runs: Runs) -> None:
        """Put text into a paragraph, each run in its look; a line break in it breaks the line."""
        for run in runs:
            for place, line in enumerate(clean(run.text).split("\n")):
                made = paragraph.add_run()
                if place:
                    made.add_break()
                made.add_text(line)
                made.bold = run.strong or None
                made.italic = run.em or None
                if run.small:
                    made.font.size = Pt(_SMALL)
                    made.bold = run.strong
                if run.tone != "plain":
                    made.font.color.rgb = _colour(INKS[run.tone])

    def underline(self, paragraph: Any, tone: Tone, eighths: int) -> None:
        """A line below a paragraph, `eighths` of a point thick; also where several follow each other."""
        borders = OxmlElement("w:pBdr")
        ink = LINE if tone == "quiet" else INKS[tone]
        for side in ("w:bottom", "w:between"):  # Word sees paragraphs with the same lines as one block
            borders.append(_border(side, ink, eighths, space=4))
        paragraph._p.get_or_add_pPr().insert_element_before(
            borders,
            *(
                "w:shd",
                "w:tabs",
                "w:suppressAutoHyphens",
                "w:spacing",
                "w:ind",
                "w:contextualSpacing",
                "w:jc",
            ),
            "w:rPr",
        )

    def footer(self, text: str) -> None:
        """What stands at the foot of each page, with its number."""
        section = self._made.sections[0]
        paragraph = section.footer.paragraphs[0]
        paragraph.style = self._made.styles["Footer"]
        paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(self._width), 2)
        before, _, rest = tr("{n} of {all}").partition("{n}")
        between, _, after = rest.partition("{all}")
        paragraph.add_run(f"{text}\t{before}")
        _field(paragraph, "PAGE")
        paragraph.add_run(between)
        _field(paragraph, "NUMPAGES")
        paragraph.add_run(after)

    def new_numbers(self) -> int:
        """A numbering of its own for one list, so that it begins at 1."""
        numbers = self._made.part.numbering_part.element
        style = self._made.styles["List Number"].element
        used = style.pPr.numPr.numId.val
        abstract = next(num for num in numbers.num_lst if num.numId == used).abstractNumId.val
        made = numbers.add_num(abstract)
        made.add_lvlOverride(0).add_startOverride(1)
        return int(made.numId)

    def number(self, paragraph: Any, number: int) -> None:
        """Count a paragraph in a numbering."""
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = number

    def shape(self, made: Any, table: Table, titled: bool) -> None:
        """The widths and lines of a table, its name for those who cannot see it, its head on every page."""
        made.autofit = False
        for column, cells in zip(table.columns, made.columns, strict=True):
            cells.width = Pt(column.share * self._width)
            for cell in cells.cells:
                cell.width = Pt(column.share * self._width)
        properties = made._tbl.tblPr
        if table.name:
            caption = OxmlElement("w:tblCaption")
            caption.set(qn("w:val"), clean(table.name))
            properties.append(caption)
        margins = OxmlElement("w:tblCellMar")
        for side, room in (("w:left", 0), ("w:right", 10)):
            margin = OxmlElement(side)
            margin.set(qn("w:w"), str(room * 20))
            margin.set(qn("w:type"), "dxa")
            margins.append(margin)
        properties.insert_element_before(margins, "w:tblLook", "w:tblCaption")
        borders = OxmlElement("w:tblBorders")
        for side in ("w:bottom", "w:insideH"):
            borders.append(_border(side, LINE, 4))
        properties.insert_element_before(borders, "w:tblLayout", "w:tblCellMar", "w:tblLook", "w:tblCaption")
        for row in made.rows:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        if titled:
            made.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
            for cell in made.rows[0].cells:
                edges = OxmlElement("w:tcBorders")
                edges.append(_border("w:bottom", INKS["accent"], 10))
                cell._tc.get_or_add_tcPr().append(edges)

    def _styles(self) -> None:
        self._style("Normal", 10.5, after=3)
        self._style("Title", 20, bold=True, after=2)
        self._style("Subtitle", 9.5, tone="quiet", after=8)
        self._style("Heading 1", 13, tone="accent", bold=True, before=12, after=3, leads=True)
        self._style("Heading 2", 10.5, bold=True, before=7, after=1, leads=True)
        self._style("Heading 3", 10.5, bold=True, before=4, leads=True)
        self._style("List Bullet", 10.5, after=1.5)
        self._style("List Number", 10.5, after=1.5)
        self._style("Footer", 8.5, tone="quiet")
        self._style("Small", _SMALL, tone="quiet", after=2)
        self._style("Cell", 10, before=2.5, after=2.5)
        self._style("To write on", 10.5).paragraph_format.line_spacing = Pt(26)
        todo = self._style("To do", 10.5, after=4).paragraph_format
        todo.left_indent, todo.first_line_indent = Pt(19), Pt(-19)
        todo.tab_stops.add_tab_stop(Pt(19))

    def _style(
        self,
        name: str,
        size: float,
        *,
        tone: Tone = "plain",
        bold: bool = False,
        before: float = 0,
        after: float = 0,
        leads: bool = False,
    ) -> Any:
        styles = self._made.styles
        known = [style.name for style in styles]
        style = styles[name] if name in known else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        for old in ("w:pBdr", "w:tabs"):
            for found in style.element.findall(f".//{qn(old)}"):
                found.getparent().remove(found)
        font = style.font
        font.name, font.size, font.bold, font.italic = _FONT, Pt(size), bold, False
        font.color.rgb = _colour(INKS[tone])
        names = style.element.rPr.rFonts
        for theme in [key for key in names.attrib if key.endswith("Theme")]:
            del names.attrib[theme]  # else the theme's font wins over ours
        for script in ("w:eastAsia", "w:cs"):
            names.set(qn(script), _FONT)
        for spaced in style.element.rPr.findall(qn("w:spacing")):
            style.element.rPr.remove(spaced)
        look = style.paragraph_format
        look.space_before, look.space_after, look.line_spacing = Pt(before), Pt(after), 1.15
        look.keep_with_next = leads
        return style


def _colour(ink: str) -> Any:
    return RGBColor.from_string(ink.removeprefix("#"))


def _border(side: str, ink: str, eighths: int, space: int = 0) -> Any:
    border = OxmlElement(side)
    for key, value in (("val", "single"), ("sz", eighths), ("space", space), ("color", ink[1:])):
        border.set(qn(f"w:{key}"), str(value))
    return border


def _field(paragraph: Any, name: str) -> None:
    """A number that Word counts itself."""
    run = paragraph.add_run()
    for part in _field_parts(name):
        run._r.append(part)


def _field_parts(name: str) -> Iterable[Any]:
    for kind in ("begin", "", "end"):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = name
        yield part
