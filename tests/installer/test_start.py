"""Setting up on any machine: what is found lacking, what is done, and what is left alone."""

import ast
import os
import re
import struct
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from installer import make_lock
from installer.commands import main
from installer.environment import ROOT, Environment
from installer.libraries import OFFSCREEN, WINDOW, lacking_libraries
from installer.machine import Machine, Runner, Trouble, say
from installer.packages import install_packages
from installer.start import OLDEST_PYTHON, python_problem

LOCK = ROOT / "installer" / "lock.txt"


@dataclass(frozen=True)
class FakeMachine(Machine):
    """A machine on which what is lacking is a set, so that a fake apt-get can take from it."""

    platform: str = "linux"
    variables: dict[str, str] = field(default_factory=dict)
    is_root: bool = True
    lacking: set[str] = field(default_factory=set)

    def has_library(self, file: str) -> bool:
        return file not in self.lacking

    def has_module(self, name: str) -> bool:
        return name not in self.lacking

    def has_program(self, name: str) -> bool:
        return name not in self.lacking


@dataclass
class FakeRunner(Runner):
    """Keeps what would have been run; `on_run` gives the exit status and may act."""

    on_run: Callable[[list[str]], int | None] = lambda command: 0
    answer: Any = None
    usable: bool = True
    ran: list[list[str]] = field(default_factory=list)
    folders: list[Path | None] = field(default_factory=list)
    variables: list[dict[str, str]] = field(default_factory=list)

    def run(self, command: Sequence[str], folder=None, variables=None) -> int:
        self.ran.append(list(command))
        self.folders.append(folder)
        self.variables.append(dict(variables or {}))
        return self.on_run(list(command)) or 0

    def succeeds(self, command: Sequence[str]) -> bool:
        return self.usable

    def read_json(self, command: Sequence[str]) -> Any:
        self.ran.append(list(command))
        return self.answer

    def words(self) -> list[str]:
        return [" ".join(command) for command in self.ran]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    root = tmp_path / "checkout"
    (root / "installer").mkdir(parents=True)
    (root / "installer" / "lock.txt").write_text("alembic==1\n", encoding="utf-8")
    (root / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    return root


def makes_venv(command: list[str]) -> int:
    """What `python -m venv FOLDER` does, as far as anybody looks."""
    if command[1:3] == ["-m", "venv"]:
        python = Path(command[-1]) / "bin" / "python"
        python.parent.mkdir(parents=True, exist_ok=True)
        python.touch()
        python.parent.parent.joinpath(".plcdesk-unfinished").unlink(missing_ok=True)
    return 0


@pytest.fixture
def ready(checkout: Path) -> Path:
    """A checkout that is set up."""
    Environment(FakeMachine(), FakeRunner(on_run=makes_venv), checkout).ensure()
    return checkout


def needed(shared_object: Path) -> list[str]:
    """The libraries that a 64-bit little-endian ELF file asks for: its DT_NEEDED entries."""
    data = shared_object.read_bytes()
    table, entry_size, count = *struct.unpack_from("<Q", data, 32), *struct.unpack_from("<HH", data, 54)
    headers = [struct.unpack_from("<IIQQQQ", data, table + i * entry_size) for i in range(count)]
    loads = [(address, offset, size) for kind, _, offset, address, _, size in headers if kind == 1]
    start, length = next((offset, size) for kind, _, offset, _, _, size in headers if kind == 2)
    entries = list(struct.iter_unpack("<QQ", data[start : start + length]))
    strings = next(value for tag, value in entries if tag == 5)
    strings = next(strings - at + offset for at, offset, size in loads if at <= strings < at + size)
    names = [strings + value for tag, value in entries if tag == 1]
    return [data[name : data.index(b"\0", name)].decode() for name in names]


class TestPythonVersion:
    def test_an_old_python_is_told_in_one_sentence(self):
        sentence = python_problem((3, 9, 2, "final", 0))
        assert "needs Python 3.11" in sentence
        assert "this is Python 3.9;" in sentence
        assert "\n" not in sentence

    @pytest.mark.parametrize("version", [(3, 11, 0), (3, 11, 7), (3, 14, 1), (4, 0, 0)])
    def test_a_new_one_will_do(self, version):
        assert python_problem(version) == ""

    def test_an_old_python_can_read_the_file_that_says_it(self):
        source = (ROOT / "installer" / "start.py").read_text(encoding="utf-8")
        ast.parse(source, feature_version=(3, 4))

    def test_it_is_the_python_that_the_project_declares(self):
        declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
        assert 'requires-python = ">={}.{}"'.format(*OLDEST_PYTHON) in declared

    def test_help_needs_no_set_up(self):
        start = [sys.executable, str(ROOT / "installer" / "start.py"), "--help"]
        shown = subprocess.run(start, capture_output=True, text=True, check=True, cwd="/").stdout
        assert all(command in shown for command in ("setup", "test", "screens", "bench"))


class TestDisplay:
    @pytest.mark.parametrize(
        ("platform", "variables", "expected"),
        [
            ("linux", {}, False),
            ("linux", {"DISPLAY": ":0"}, True),
            ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
            ("linux", {"SSH_CONNECTION": "a b"}, False),
            ("linux", {"SSH_CONNECTION": "a b", "DISPLAY": "localhost:10.0"}, True),
            ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
            ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "xcb"}, True),
            ("darwin", {}, True),
            ("darwin", {"SSH_CONNECTION": "a b"}, False),
            ("win32", {}, True),
        ],
    )
    def test_where_a_window_can_open(self, platform, variables, expected):
        assert FakeMachine(platform=platform, variables=variables).has_display is expected


class TestSystemLibraries:
    def test_only_what_is_lacking_is_named(self):
        machine = FakeMachine(lacking={"libEGL.so.1", "libxcb-cursor.so.0"})
        assert lacking_libraries(machine, with_window=False) == {"libEGL.so.1": "libegl1"}
        assert set(lacking_libraries(machine, with_window=True).values()) == {"libegl1", "libxcb-cursor0"}

    def test_a_library_that_no_machine_has_is_lacking_and_the_c_library_is_not(self):
        assert not Machine().has_library("libplcdesk-nowhere.so.9")
        assert Machine().has_module("json")
        assert not Machine().has_module("plcdesk_nowhere")

    def test_qt_itself_loads_where_nothing_is_found_lacking(self):
        if sys.platform == "linux":
            assert not lacking_libraries(Machine(), with_window=False)

    @pytest.mark.skipif(sys.platform != "linux", reason="shared objects of Linux")
    def test_the_list_covers_what_qt_is_linked_to(self):
        """Each library that Qt's own files ask for is bundled, listed, or part of the C and C++ runtime."""
        import PySide6

        qt = Path(PySide6.__path__[0]) / "Qt"
        parts = [
            "Core",
            "DBus",
            "Gui",
            "Network",
            "PrintSupport",
            "Svg",
            "WaylandClient",
            "Widgets",
            "XcbQpa",
        ]
        used = [qt / "lib" / f"libQt6{name}.so.6" for name in parts]
        used += (qt / "plugins" / "platforms" / f"libq{name}.so" for name in ("offscreen", "xcb", "wayland"))
        used += (qt / "plugins" / "printsupport").glob("*.so")
        runtime = re.compile(r"lib(c|m|dl|rt|pthread|resolv|stdc\+\+|gcc_s)\.so\.\d+|ld-linux.*")
        bundled = {each.name for each in (qt / "lib").iterdir()}
        for file in used:
            for name in needed(file):
                known = name in bundled or runtime.fullmatch(name) or name in OFFSCREEN | WINDOW
                assert known, f"{file.name} needs {name}"

    def test_root_installs_all_of_it_in_one_go(self, capsys):
        machine = FakeMachine(lacking={"libEGL.so.1"})
        runner = FakeRunner()
        install_packages(machine, runner, {"a.so.1": "libglib2.0-0", "b.so.1": "libglib2.0-0", "c": "libgl1"})
        assert runner.words() == [
            "apt-get update -q",
            "apt-get install -y --no-install-recommends libglib2.0-0 libgl1",
        ]
        assert runner.variables[1] == {"DEBIAN_FRONTEND": "noninteractive"}
        assert "libgl1" in capsys.readouterr().out

    def test_a_dead_package_source_does_not_stop_the_others(self):
        runner = FakeRunner(on_run=lambda command: 100 if "update" in command else 0)
        install_packages(FakeMachine(), runner, {"a.so.1": "a"})
        assert len(runner.ran) == 2

    def test_a_failed_install_is_trouble(self):
        runner = FakeRunner(on_run=lambda command: 100 if "install" in command else 0)
        with pytest.raises(Trouble, match="could not install: a"):
            install_packages(FakeMachine(), runner, {"a.so.1": "a"})

    def test_anybody_else_gets_the_one_line_to_run(self):
        runner = FakeRunner()
        with pytest.raises(Trouble) as told:
            install_packages(FakeMachine(is_root=False), runner, {"a.so.1": "a", "b.so.1": "b"})
        line = str(told.value).splitlines()[1]
        assert line == "sudo apt-get update && sudo apt-get install -y --no-install-recommends a b"
        assert runner.ran == []

    def test_a_linux_without_apt_is_told_the_files(self):
        runner = FakeRunner()
        with pytest.raises(Trouble, match=r"libEGL\.so\.1"):
            install_packages(FakeMachine(lacking={"apt-get"}), runner, {"libEGL.so.1": "libegl1"})
        assert runner.ran == []


class TestEnvironment:
    def test_it_is_made_pinned_and_stamped_last(self, checkout):
        stamp = checkout / ".venv" / ".plcdesk-ready"

        def unstamped(command: list[str]) -> int:
            assert not stamp.exists()
            return makes_venv(command)

        runner = FakeRunner(on_run=unstamped)
        environment = Environment(FakeMachine(), runner, checkout)
        assert not environment.is_ready()
        environment.ensure()
        assert environment.is_ready()
        made, pinned, itself = runner.words()
        assert made.endswith(f"-m venv --clear {checkout / '.venv'}")
        assert "--require-hashes -r" in pinned
        assert "--no-deps --no-build-isolation --no-index -e" in itself

    def test_no_step_names_a_registry(self, checkout):
        runner = FakeRunner(on_run=makes_venv)
        Environment(FakeMachine(), runner, checkout).ensure()
        assert "://" not in " ".join(runner.words())
        assert "--index-url" not in " ".join(runner.words())
        assert not any(runner.variables), "the machine's own pip settings must hold"

    def test_a_second_time_nothing_is_run(self, ready):
        runner = FakeRunner()
        Environment(FakeMachine(), runner, ready).ensure()
        assert runner.ran == []

    @pytest.mark.parametrize("file", ["installer/lock.txt", "pyproject.toml"])
    def test_a_changed_recipe_is_installed_into_the_same_environment(self, ready, file):
        (ready / file).write_text("changed\n", encoding="utf-8")
        runner = FakeRunner()
        Environment(FakeMachine(), runner, ready).ensure()
        assert len(runner.ran) == 2
        assert all("pip" in command for command in runner.ran)

    def test_line_ends_of_another_system_are_no_change(self, ready):
        lock = ready / "installer" / "lock.txt"
        lock.write_bytes(lock.read_bytes().replace(b"\n", b"\r\n"))
        assert Environment(FakeMachine(), FakeRunner(), ready).is_ready()

    def test_a_moved_checkout_is_linked_anew(self, ready):
        moved = ready.rename(ready.parent / "moved")
        assert not Environment(FakeMachine(), FakeRunner(), moved).is_ready()

    def test_another_python_is_another_recipe(self, ready, monkeypatch):
        monkeypatch.setattr(sys, "version_info", (3, 99, 0, "final", 0))
        assert not Environment(FakeMachine(), FakeRunner(), ready).is_ready()

    def test_a_python_that_was_removed_is_noticed(self, ready):
        (ready / ".venv" / "bin" / "python").unlink()
        assert not Environment(FakeMachine(), FakeRunner(), ready).is_ready()

    def test_an_environment_without_pip_is_made_anew(self, checkout):
        makes_venv(["python3", "-m", "venv", str(checkout / ".venv")])
        runner = FakeRunner(on_run=makes_venv, usable=False)
        Environment(FakeMachine(), runner, checkout).ensure()
        assert "--clear" in runner.ran[0]

    def test_one_that_works_is_kept(self, checkout):
        makes_venv(["python3", "-m", "venv", str(checkout / ".venv")])
        runner = FakeRunner(on_run=makes_venv)
        Environment(FakeMachine(), runner, checkout).ensure()
        assert not any("venv" in command for command in runner.ran)

    def test_one_that_was_broken_off_is_made_anew(self, checkout):
        def no_network(command: list[str]) -> int:
            return 1 if "pip" in command else makes_venv(command)

        with pytest.raises(Trouble, match="packages could not be installed"):
            Environment(FakeMachine(), FakeRunner(on_run=no_network), checkout).ensure()
        assert not Environment(FakeMachine(), FakeRunner(), checkout).is_ready()
        runner = FakeRunner(on_run=makes_venv)
        Environment(FakeMachine(), runner, checkout).ensure()
        assert "--clear" in runner.ran[0]

    def test_a_debian_without_ensurepip_lacks_a_package_only_while_there_is_none(self, checkout):
        machine = FakeMachine(lacking={"ensurepip"})
        package = "python{}.{}-venv".format(*sys.version_info[:2])
        assert list(Environment(machine, FakeRunner(), checkout).lacks().values()) == [package]
        Environment(machine, FakeRunner(on_run=makes_venv), checkout).ensure()
        assert Environment(machine, FakeRunner(), checkout).lacks() == {}

    def test_windows_keeps_its_python_elsewhere(self, checkout):
        environment = Environment(FakeMachine(platform="win32"), FakeRunner(), checkout)
        assert environment.python == checkout / ".venv" / "Scripts" / "python.exe"


class TestCommands:
    def run(self, root: Path, *arguments: str, machine: Machine | None = None, **runner: Any) -> FakeRunner:
        fake = FakeRunner(**runner)
        self.status = main(list(arguments), machine=machine or FakeMachine(), runner=fake, root=root)
        return fake

    def test_setup_only_sets_up(self, ready):
        assert self.run(ready, "setup").ran == []
        assert self.status == 0

    def test_test_hands_on_arguments_and_exit_status(self, ready):
        runner = self.run(ready, "test", "-k", "clock", on_run=lambda command: 5)
        assert runner.words()[0].endswith("-m pytest -k clock")
        assert runner.folders == [ready]
        assert self.status == 5

    @pytest.mark.parametrize(
        ("command", "module"), [("screens", "plcdesk_ui.screens"), ("bench", "benchmarks")]
    )
    def test_screens_and_bench_draw_out_of_sight_without_a_display(self, ready, command, module):
        runner = self.run(ready, command, "--more")
        assert runner.words()[0].endswith(f"-m {module} --more")
        assert runner.variables == [{"QT_QPA_PLATFORM": "offscreen"}]
        shown = self.run(ready, command, machine=FakeMachine(variables={"DISPLAY": ":0"}))
        assert shown.variables == [{}]

    @pytest.mark.parametrize("arguments", [(), ("--workspace", "ours.plcdb", "--open", "run:1")])
    def test_with_a_display_the_app_opens_where_the_person_stands(self, ready, arguments):
        runner = self.run(ready, *arguments, machine=FakeMachine(variables={"DISPLAY": ":0"}))
        assert runner.words()[0].endswith(" ".join(("-m plcdesk_ui", *arguments)))
        assert runner.folders == [None], "a file named by the person is relative to their folder"

    def test_a_subcommand_of_the_app_needs_no_display(self, ready):
        runner = self.run(ready, "meetings", "--json")
        assert runner.words()[0].endswith("-m plcdesk_ui meetings --json")

    def test_windows_need_more_libraries_than_setting_up_does(self, ready):
        machine = FakeMachine(lacking={"libxcb-cursor.so.0"}, is_root=False)
        self.run(ready, "setup", machine=machine)
        assert self.status == 0
        self.run(ready, "test", machine=machine)
        assert self.status == 1

    def test_libraries_and_venv_are_asked_for_in_one_line(self, checkout, capsys):
        machine = FakeMachine(lacking={"libEGL.so.1", "ensurepip"}, is_root=False)
        runner = self.run(checkout, "setup", machine=machine)
        assert self.status == 1
        assert runner.ran == []
        told = capsys.readouterr().err
        assert "libegl1 python" in told
        assert told.count("sudo apt-get install") == 1

    def test_root_gets_them_installed_and_goes_on(self, checkout):
        machine = FakeMachine(lacking={"libEGL.so.1", "ensurepip"})

        def works(command: list[str]) -> int:
            if command[:2] == ["apt-get", "install"]:
                machine.lacking.clear()
            return makes_venv(command)

        runner = self.run(checkout, "setup", machine=machine, on_run=works)
        assert self.status == 0
        assert [command[0] for command in runner.ran[:2]] == ["apt-get", "apt-get"]

    def test_a_library_that_stays_away_is_said_and_stops(self, ready, capsys):
        runner = self.run(ready, "setup", machine=FakeMachine(lacking={"libEGL.so.1"}))
        assert self.status == 1
        assert "still lacking: libEGL.so.1" in capsys.readouterr().err
        assert len(runner.ran) == 2

    def test_other_systems_are_asked_for_no_libraries(self, ready):
        machine = FakeMachine(platform="darwin", lacking=set(OFFSCREEN))
        environment = Environment(machine, FakeRunner(), ready)
        assert environment.is_ready()
        self.run(ready, "setup", machine=machine)
        assert self.status == 0


MEETINGS = [
    {"id": "m1", "title": "First", "status": "final", "starts_at": "2026-09-01T10:50"},
    {"id": "m2", "title": "Exit tickets", "status": "draft", "starts_at": "2026-11-17T10:50"},
    {"id": "m3", "title": "Re-teach", "status": "final", "starts_at": "2026-10-01T10:50"},
    {"id": "m4", "title": "To come", "status": "planned", "starts_at": "2026-12-01T10:50"},
]


class TestWithoutAWindow:
    def test_the_latest_minutes_of_the_sample_are_written(self, ready, capsys):
        runner = FakeRunner(answer=MEETINGS)
        assert main([], machine=FakeMachine(), runner=runner, root=ready) == 0
        demo, meetings, minutes = runner.words()
        sample, pdf = ready / "build" / "sample.plcdb", ready / "build" / "minutes.pdf"
        assert demo.endswith(f"-m plcdesk demo {sample}")
        assert meetings.endswith(f"-m plcdesk --workspace {sample} meetings --json")
        assert minutes.endswith(f"-m plcdesk --workspace {sample} minutes m2 -o {pdf}")
        first, *_, last = capsys.readouterr().out.splitlines()
        assert "no display" in first
        assert first.count(".") == 1
        assert last == f"The minutes of 'Exit tickets' are in {pdf}"

    def test_a_sample_that_is_there_is_used(self, ready):
        (ready / "build").mkdir()
        (ready / "build" / "sample.plcdb").touch()
        runner = FakeRunner(answer=MEETINGS)
        assert main([], machine=FakeMachine(), runner=runner, root=ready) == 0
        assert len(runner.ran) == 2

    @pytest.mark.parametrize("step", ["demo", "minutes"])
    def test_a_step_that_fails_gives_its_status(self, ready, step, capsys):
        runner = FakeRunner(answer=MEETINGS, on_run=lambda command: 3 if step in command else 0)
        assert main([], machine=FakeMachine(), runner=runner, root=ready) == 3
        assert "are in" not in capsys.readouterr().out

    def test_a_sample_without_minutes_is_said(self, ready, capsys):
        runner = FakeRunner(answer=MEETINGS[-1:])
        assert main([], machine=FakeMachine(), runner=runner, root=ready) == 1
        assert "No meeting" in capsys.readouterr().err


class TestRunner:
    def test_the_exit_status_is_passed_on(self, tmp_path):
        code = (
            "import os, sys; sys.exit(7 if os.environ['PLC_A'] == 'b' and os.getcwd() == sys.argv[1] else 1)"
        )
        command = [sys.executable, "-c", code, str(tmp_path)]
        assert Runner().run(command, tmp_path, {"PLC_A": "b"}) == 7

    @pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
    def test_a_killed_program_gives_the_shells_status(self):
        code = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
        assert Runner().run([sys.executable, "-c", code]) == 137

    def test_json_is_read_whatever_the_consoles_encoding(self, monkeypatch):
        monkeypatch.setenv("PYTHONUTF8", "0")
        monkeypatch.setenv("PYTHONIOENCODING", "ascii")
        command = [sys.executable, "-c", "print('[\"Tr\\u1ea7n\"]')"]
        assert Runner().read_json(command) == ["Trần"]

    def test_a_program_that_cannot_be_asked_is_trouble(self):
        with pytest.raises(Trouble):
            Runner().read_json([sys.executable, "-c", "import sys; sys.exit(1)"])
        assert not Runner().succeeds([sys.executable, "-c", "import sys; sys.exit(1)"])
        assert not Runner().succeeds([os.devnull + "/nowhere"])

    def test_a_console_that_lacks_letters_is_still_told(self, monkeypatch):
        import io

        console = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
        monkeypatch.setattr(sys, "stdout", console)
        say("Trần")
        assert console.buffer.getvalue() == b"Tr?n\n"


class TestLock:
    pins = re.findall(r"^([a-z0-9-]+)==([^ ;]+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE)

    def test_it_holds_no_address_and_no_option(self):
        text = LOCK.read_text(encoding="utf-8")
        assert "://" not in text
        assert "file:" not in text
        options = {line.split("=")[0].strip() for line in text.splitlines() if line.lstrip().startswith("-")}
        assert options == {"--hash"}

    def test_every_package_is_pinned_with_hashes(self):
        text = LOCK.read_text(encoding="utf-8")
        blocks = re.split(r"\n(?=[a-z])", text)[1:]
        assert len(blocks) == len(self.pins) > 40
        assert all("--hash=sha256:" in block for block in blocks)

    def test_it_covers_what_the_project_declares_and_is_built_with(self):
        import tomllib

        project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
        declared = project["project"]["dependencies"] + project["project"]["optional-dependencies"]["dev"]
        declared += [*project["build-system"]["requires"], "editables"]
        names = {re.split(r"[\[<>=!~ ]", each)[0].lower() for each in declared}
        assert names <= {name for name, _ in self.pins}

    def test_qt_stays_below_the_release_that_loses_references_to_none(self):
        major, minor = dict(self.pins)["pyside6-essentials"].split(".")[:2]
        assert (int(major), int(minor)) < (6, 12)

    @pytest.mark.parametrize(
        "line", ["--index-url https://example.test/simple", "a @ file:///tmp/a.whl", "-e .", "--find-links x"]
    )
    def test_making_it_refuses_addresses_and_options(self, line):
        assert make_lock.ADDRESS.search(f"a==1 \\\n    --hash=sha256:00\n{line}\n")

    def test_making_it_accepts_what_is_there(self):
        assert not make_lock.ADDRESS.search(LOCK.read_text(encoding="utf-8"))
