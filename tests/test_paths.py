"""Where files are, in a checkout, a wheel and a frozen build."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from plcdesk import paths


@pytest.fixture(autouse=True)
def no_overrides(monkeypatch):
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    monkeypatch.delenv(paths.WORKSPACE_VARIABLE, raising=False)


def test_a_checkout_holds_what_is_shipped():
    root = Path(__file__).resolve().parent.parent
    assert paths.assets() == root / "assets"
    assert paths.protocols() == root / "protocols"
    assert paths.locale() == root / "assets" / "locale"


def test_the_fonts_come_with_their_licence_and_are_static():
    names = {font.name for font in paths.fonts().glob("*.ttf")}
    assert names == {f"NotoSans-{style}.ttf" for style in ("Regular", "Bold", "Italic", "BoldItalic")}
    assert "SIL OPEN FONT LICENSE" in (paths.fonts() / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("style", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_each_font_draws_the_names_of_any_staff_room(style):
    from reportlab.pdfbase.ttfonts import TTFontFile

    font = TTFontFile(str(paths.fonts() / f"NotoSans-{style}.ttf"))
    assert "fvar" not in font.table, "variable fonts cannot be embedded"
    wanted = "Trần Ngọc Hạnh Đặng Nguyễn Nuñez Łukasz Żółć Ольга Їжак Ёлкин Çağlar Őry Γιώργος ‘’“”–—…·½€"
    lacking = [letter for letter in wanted if letter != " " and ord(letter) not in font.charToGlyph]
    assert not lacking


def test_icons_are_tinted_by_the_app_and_come_with_their_licence():
    icons = list(paths.icons().glob("*.svg"))
    assert len(icons) >= 40
    for icon in icons:
        text = icon.read_text(encoding="utf-8")
        assert 'stroke="currentColor"' in text, icon.name
    assert "ISC License" in (paths.icons() / "LICENSE.txt").read_text(encoding="utf-8")


def test_a_wheel_holds_what_is_shipped_inside_the_package(tmp_path, monkeypatch):
    package = tmp_path / "site-packages" / "plcdesk"
    (package / "assets").mkdir(parents=True)
    (package / "protocols").mkdir()
    monkeypatch.setattr(paths, "_PACKAGE", package)
    assert paths.assets() == package / "assets"
    assert paths.protocols() == package / "protocols"


def test_a_frozen_build_holds_what_is_shipped_in_its_unpacked_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.fonts() == tmp_path / "assets" / "fonts"
    assert paths.protocols() == tmp_path / "protocols"


def test_home_variable_replaces_all_of_the_persons_folders(tmp_path, monkeypatch):
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    assert paths.data_folder() == tmp_path
    assert paths.settings_file() == tmp_path / "settings.json"
    assert paths.default_workspace() == tmp_path / "workspace.plcdb"
    assert paths.own_protocols() == tmp_path / "protocols"
    assert paths.logs() == tmp_path / "logs"


def test_without_it_the_platform_says_where(monkeypatch, tmp_path):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("appdirs.system", "linux2")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert paths.default_workspace() == tmp_path / "data" / "plcdesk" / "workspace.plcdb"
    assert paths.settings_file() == tmp_path / "config" / "plcdesk" / "settings.json"


def test_the_chosen_workspace_wins_over_the_variable_over_the_default(tmp_path, monkeypatch):
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path))
    assert paths.workspace_file() == tmp_path / "workspace.plcdb"
    monkeypatch.setenv(paths.WORKSPACE_VARIABLE, str(tmp_path / "named.plcdb"))
    assert paths.workspace_file() == tmp_path / "named.plcdb"
    assert paths.workspace_file(tmp_path / "chosen.plcdb") == tmp_path / "chosen.plcdb"


def test_a_relative_workspace_becomes_absolute(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert paths.workspace_file(Path("ours.plcdb")) == tmp_path / "ours.plcdb"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a profile private by other means")
def test_folders_are_made_for_their_owner_only(tmp_path):
    made = paths.make_private(tmp_path / "a" / "b")
    assert made == tmp_path / "a" / "b"
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    assert paths.make_private(made) == made


def test_importing_it_costs_no_import_of_appdirs():
    code = "import sys, plcdesk.settings; sys.exit('appdirs' in sys.modules or 'msgspec' in sys.modules)"
    root = Path(__file__).resolve().parent.parent
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
