"""A PDF that is written out while it is made, so that what is done need not be kept until the end."""

# The type hints for reportlab are incomplete.
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from typing import IO, Any

from reportlab.pdfbase.pdfdoc import PDFCrossReferenceTable, PDFFile, PDFIndirectObject, PDFTrailer


class GrowingPdf:
    """Writes the objects of a reportlab document to `to`, in any order; `document.format` finishes the file.

    reportlab itself puts all of them together in memory, at the end.
    """

    def __init__(self, document: Any, to: IO[bytes]) -> None:
        self._document = document
        self._to = to
        self._at = 0
        self._add(PDFFile(document._pdfVersion).format(document))  # the first line
        document.format = self._finish

    def put(self, name: str) -> None:
        """Write the object of this name now, and let go of it. All that it refers to has its number already."""
        document = self._document
        document.idToOffset[name] = self._at
        self._add(PDFIndirectObject(name, document.idToObject[name]).format(document))
        document.idToObject[name] = None

    def _finish(self) -> bytes:
        """Write what was not yet put, the table of places and the trailer; leave nothing for reportlab to write."""
        document, number = self._document, 1
        while (name := document.numberToId.get(number)) is not None:  # an object may bring others with it
            if name not in document.idToOffset:
                self.put(name)
            number += 1
        table: Any = PDFCrossReferenceTable()
        table.addsection(0, [document.numberToId[each] for each in range(1, number)])
        begins = self._at
        self._add(table.format(document))
        root, info = document.Reference(document.Catalog), document.Reference(document.info)
        trailer = PDFTrailer(startxref=begins, Size=number, Root=root, Info=info, ID=document.ID())
        self._add(trailer.format(document))
        return b""

    def _add(self, content: bytes) -> None:
        self._to.write(content)
        self._at += len(content)
