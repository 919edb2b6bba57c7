"""Reading files in other processes.

The processes are started afresh (not forked), with ``python -P -m`` (nothing in the
current folder can pose as a module), so that a script that calls ``Library.sync`` needs no
guard around its main module, and a process whose parent was killed ends with its pipe.  A file that ends the process
that reads it, or takes longer than is reasonable, is told as unreadable; the others are read again.
"""

from __future__ import annotations

import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from termnews import ids
from termnews.sync.reading import Job, Outcome, read
from termnews.sync.walk import modified
from termnews.sync.worker import receive, send

CHUNK = 32
SECONDS_A_CHUNK = 120.0
SECONDS_A_FILE = 60.0


def outcomes(root: Path, jobs: Sequence[Job], processes: int) -> Iterator[Outcome]:
    """Do the jobs, in any order, in as many processes (in this one where that is 0 or there is little to do)."""
    if processes < 1 or len(jobs) <= CHUNK:
        for job in jobs:
            yield read(root, job)
        return
    chunks = [list(jobs[start : start + CHUNK]) for start in range(0, len(jobs), CHUNK)]
    with _Pool(root, chunks, min(processes, len(chunks))) as pool:
        for done in pool.results():
            yield from done


class _Pool:
    """Threads that each drive one process through the chunks that are left."""

    def __init__(self, root: Path, chunks: Iterable[list[Job]], size: int) -> None:
        self._root = root
        self._waiting: queue.SimpleQueue[list[Job]] = queue.SimpleQueue()
        for chunk in chunks:
            self._waiting.put(chunk)
        self._left = self._waiting.qsize()
        self._done: queue.Queue[list[Outcome] | BaseException] = queue.Queue(maxsize=2 * size)
        self._stop = threading.Event()
        self._processes: list[_Process] = []
        self._threads = [threading.Thread(target=self._drive, daemon=True) for _ in range(size)]

    def __enter__(self) -> _Pool:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        while any(thread.is_alive() for thread in self._threads):
            for process in self._processes:  # in the midst of a chunk where the sync was broken off
                process.kill()
            try:
                self._done.get(timeout=0.05)
            except queue.Empty:
                continue

    def results(self) -> Iterator[list[Outcome]]:
        for _ in range(self._left):
            done = self._done.get()
            if isinstance(done, BaseException):
                raise done
            yield done

    def _drive(self) -> None:
        process = None
        try:
            process = _Process(self._root, self._stop)
            self._processes.append(process)
            while not self._stop.is_set():
                try:
                    chunk = self._waiting.get_nowait()
                except queue.Empty:
                    return
                self._done.put(process.do(chunk))
        except BaseException as error:  # noqa: BLE001 - handed to the thread that waits for results
            self._done.put(error)
        finally:
            if process is not None:
                process.close()


class _Process:
    """One worker process, started again when a file ended it."""

    def __init__(self, root: Path, stop: threading.Event) -> None:
        self._root = root
        self._stop = stop
        self._process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-m", "termnews.sync.worker", str(self._root)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            process_group=0 if os.name == "posix" else None,  # ctrl+c is for the parent, whose end closes our stdin
        )

    def do(self, chunk: list[Job]) -> list[Outcome]:
        """Do a chunk; where that fails do its files one by one."""
        done = self._ask(chunk, SECONDS_A_CHUNK)
        if done is not None:
            return done
        return [outcome for job in chunk for outcome in self._alone(job)]

    def _alone(self, job: Job) -> list[Outcome]:
        done = self._ask([job], SECONDS_A_FILE)
        if done is not None:
            return done
        return [_given_up(self._root, job)]

    def _ask(self, chunk: list[Job], seconds: float) -> list[Outcome] | None:
        """The outcomes, or None where the process ended or had to be ended."""
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        timer = threading.Timer(seconds, self._process.kill)
        timer.start()
        try:
            send(stdin, chunk)
            done = receive(stdout)
        except (EOFError, OSError):
            self.close()
            if self._stop.is_set():
                raise
            self._process = self._start()
            return None
        finally:
            timer.cancel()
        assert isinstance(done, list)
        return done

    def kill(self) -> None:
        """Let whoever waits for the process wait no longer."""
        self._process.kill()

    def close(self) -> None:
        """End the process."""
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    continue
        self._process.kill()
        self._process.wait()


def _given_up(root: Path, job: Job) -> Outcome:
    """A file told as unreadable with the file's present fingerprint, so that it is not tried again until it changes."""
    try:
        status = ids.inside(root, job.id).stat()
    except (OSError, ValueError):
        return Outcome(job.id, gone=True)
    return Outcome(job.id, status.st_size, modified(status), reason="reading it took too long or ended the reader")
