"""Where things end: what belongs to the GUI thread never ends in another, for that would take the app down."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject, QTimer

from plcdesk.errors import UserError
from plcdesk.store.workers import Workers
from plcdesk_ui.garbage import GarbageCollection


class Thing:
    """Notes in which thread it ended."""

    def __init__(self, ends: list[str]) -> None:
        self._ends = ends

    def look(self, *_any: object) -> int:
        return 1

    def refuse(self, *_any: object) -> None:
        raise UserError("No.")

    def __del__(self) -> None:
        self._ends.append(threading.current_thread().name)


@pytest.fixture
def ends() -> list[str]:
    return []


def test_a_worker_holds_nothing_of_a_job_when_it_says_so(ends):
    thing, workers, held = Thing(ends), Workers("a-worker"), threading.Event()
    seen: list[bool] = []
    alive = weakref.ref(thing)

    def after() -> None:
        seen.append(alive() is not None)
        held.set()

    workers.put(thing.look, after)
    del thing
    assert held.wait(10)
    workers.close()
    assert seen == [False]


def test_jobs_are_done_in_order_and_a_fault_stops_none(monkeypatch):
    reported: list[type] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, _error, _trace: reported.append(kind))
    done: list[int] = []
    workers = Workers("a-worker")
    workers.put(lambda: done.append(1))
    workers.put(lambda: done.append(1 // 0))
    workers.put(lambda: done.append(3))
    workers.close()
    assert (done, reported) == ([1, 3], [ZeroDivisionError])


@pytest.mark.parametrize("service", ["look", "refuse"])
def test_what_the_writer_works_with_ends_in_the_gui_thread(context, settle, ends, service):
    for _ in range(20):
        thing = Thing(ends)
        context.do(getattr(thing, service), then=thing.look, by=thing, failed=thing.look)
        context.note(getattr(thing, service), by=thing)
        del thing
        settle()
    gc.collect(1)
    assert ends == ["MainThread"] * 20


@pytest.mark.parametrize("job", ["look", "refuse"])
def test_what_a_job_works_with_ends_in_the_gui_thread(context, settle, ends, job):
    for _ in range(20):
        thing = Thing(ends)
        context.in_background(getattr(thing, job), thing.look, thing.look)
        del thing
        settle()
    gc.collect(1)
    assert ends == ["MainThread"] * 20


def test_garbage_ends_in_the_gui_thread_whoever_asks_for_memory(context, settle, ends, qtbot):
    owner = QObject()
    GarbageCollection(owner)
    timer = QTimer()
    timer.itself, timer.thing = timer, Thing(ends)  # pyright: ignore[reportAttributeAccessIssue]
    timer.start(1)
    del timer

    memory: list[list[list[int]]] = []
    context.note(lambda _work: memory.append([[i] for i in range(20_000)]))
    context.in_background(lambda: memory.append([[i] for i in range(20_000)]), lambda _none: None)
    settle()
    qtbot.waitUntil(lambda: ends == ["MainThread"])
