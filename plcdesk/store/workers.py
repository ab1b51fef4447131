"""Threads that carry out jobs, and that hold nothing of a job any more once they say that it is over."""

import sys
import threading
from collections.abc import Callable
from queue import Empty, SimpleQueue

Job = Callable[[], None]


class Workers:
    """`count` threads that share one queue; with one thread, jobs are carried out in the order they came in.

    What a job closes over may have to end in the thread that made it (a widget must end in the GUI thread).
    So `after`, given with a job, is called in the worker's thread when the job is done and the worker holds
    no reference to it: only then may its maker let go of it too. A job deals with the errors it expects; any
    other is reported as a fault of ours, and the thread goes on.
    """

    def __init__(self, name: str, count: int = 1) -> None:
        self._jobs: SimpleQueue[tuple[Job, Job | None] | None] = SimpleQueue()
        self._threads = [
            threading.Thread(target=self._work, name=f"{name}-{number}", daemon=True)
            for number in range(count)
        ]
        for thread in self._threads:
            thread.start()

    def put(self, job: Job, after: Job | None = None) -> None:
        """Have a job carried out, soon; may be called from any thread."""
        self._jobs.put((job, after))

    def close(self, *, drop: bool = False) -> None:
        """Wait for all jobs that were asked for; with `drop` only for those that were begun."""
        while drop:
            try:
                self._jobs.get_nowait()
            except Empty:
                break
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        while (task := self._jobs.get()) is not None:
            job, after = task
            del task
            _run(job)
            del job
            if after is not None:
                _run(after)
            del after


def _run(job: Job) -> None:
    try:
        job()
    except BaseException as fault:
        sys.excepthook(type(fault), fault, fault.__traceback__)
