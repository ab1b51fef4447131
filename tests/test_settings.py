"""The person's settings survive whatever happens to their file."""

import json
import os
import stat
import sys
from dataclasses import fields, replace
from pathlib import Path

import pytest

from plcdesk import settings as module
from plcdesk.settings import Settings, load, save


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "plcdesk" / "settings.json"


def write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def test_no_file_means_defaults_and_leaves_none(path):
    assert load(path) == Settings()
    assert not path.parent.exists()


def test_what_is_saved_is_loaded(path):
    chosen = Settings(
        theme="dark",
        paper="a4",
        language="de",
        text_scale=1.5,
        last_team="6f1c1f2e-0000-4000-8000-000000000001",
        windows={"main": "AdnQ", "wall": "Trần"},
        wall_screen="HDMI-1",
        chime_volume=0.25,
        favourites=["tuning", "atlas-data"],
        chime_muted=True,
    )
    save(path, chosen)
    assert load(path) == chosen


def test_every_setting_is_checked_when_it_is_read():
    assert set(module._CHECKS) == {each.name for each in fields(Settings)} - {"unknown"}


BROKEN = {
    "empty": "",
    "cut off": "{",
    "a list": "[]",
    "null": "null",
    "a text": '"dark"',
    "not text": b"\xff\xfe\x00",
    "not UTF-8": b"\x80abc",
    "too deep": "[" * 100_000,
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_file_is_set_aside_and_defaults_are_used(path, text):
    write(path, text)
    original = path.read_bytes()
    assert load(path) == Settings()
    assert not path.exists()
    assert (path.parent / "settings.json.broken").read_bytes() == original


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("theme", "sepia"),
        ("theme", None),
        ("paper", 4),
        ("language", ["de"]),
        ("text_scale", 0),
        ("text_scale", 99),
        ("text_scale", True),
        ("text_scale", "big"),
        ("text_scale", float("nan")),
        ("windows", {"main": 3}),
        ("windows", []),
        ("last_team", 7),
        ("chime_volume", -1),
        ("chime_muted", "yes"),
    ],
)
def test_a_value_that_makes_no_sense_gives_way_to_its_default_alone(path, name, value):
    good = {"wall_screen": "HDMI-1"}
    write(path, json.dumps(good | {name: value}))
    assert load(path) == Settings(wall_screen="HDMI-1")


def test_keys_of_a_newer_version_are_kept(path):
    write(path, json.dumps({"theme": "light", "braille": {"cells": 40}}))
    save(path, replace(load(path), theme="dark"))
    assert json.loads(path.read_text(encoding="utf-8"))["braille"] == {"cells": 40}
    assert load(path).theme == "dark"


def test_a_failed_save_leaves_the_old_file_whole(path, monkeypatch):
    save(path, Settings(theme="dark"))

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save(path, Settings(theme="light"))
    assert load(path).theme == "dark"
    assert [each.name for each in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a profile private by other means")
def test_the_file_is_for_its_owner_only(path):
    save(path, Settings())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_file_that_cannot_be_read_stays_and_defaults_are_used(path):
    path.mkdir(parents=True)
    assert load(path) == Settings()
    assert path.is_dir()
