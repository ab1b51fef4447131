"""Names of files made of what people typed."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from plcdesk.file_names import LONGEST, safe_file_name, safe_name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Reading the exit tickets", "Reading the exit tickets"),
        ("Student work: lab (Tuning)", "Student work lab (Tuning)"),
        ("../../etc/passwd", "etc passwd"),
        ("a/b\\c\x00d\ne", "a b c d e"),
        ("Trần, Nuñez", "Trần, Nuñez"),
        ("🧪" * 90, "🧪" * 50),
        ("CON", "Minutes CON"),
        ("nul.2026", "Minutes nul.2026"),
        ("...", "Minutes"),
        ("", "Minutes"),
    ],
)
def test_names(title: str, name: str) -> None:
    assert safe_name(title, "Minutes") == name


@given(some.text(max_size=300))
def test_any_title_names_one_file_in_its_folder(title: str) -> None:
    name = safe_name(title, "Minutes")
    assert name
    assert len(name) <= LONGEST + len("Minutes ")
    assert Path("folder", f"{name}.pdf").parent == Path("folder")
    assert not set(name) & set('<>:"/\\|?*\n\x00')
    assert name == name.strip(" .")
    assert len(f"{name}.pdf".encode()) <= 255


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Ticket 4.pdf", "Ticket 4.pdf"),
        ("../../etc/passwd", "etc passwd"),
        ("a:b|c?.docx", "a b c.docx"),
        ("invoice\u202efdp.exe", "invoicefdp.exe"),
        ("setup.exe. .", "setup.exe"),
        (".bashrc", "bashrc"),
        ("con.txt", "File con.txt"),
        ("x" * 300 + ".pdf", "x" * LONGEST + ".pdf"),
        ("", "File"),
    ],
)
def test_names_of_files_from_elsewhere(name: str, safe: str) -> None:
    assert safe_file_name(name, "File") == safe
