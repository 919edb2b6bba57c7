"""A worker process: reads jobs from stdin, writes outcomes to stdout, ends when stdin does.

Started by ``workers``; both ends are our own, and what passes between them are pickles behind their length.
"""

from __future__ import annotations

import os
import pickle
import struct
import sys
from pathlib import Path
from typing import IO

from termnews.sync.reading import Job, Outcome, read

LENGTH = struct.Struct("<I")


def send(stream: IO[bytes], message: object) -> None:
    """Write one message."""
    data = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(LENGTH.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> object:
    """Read one message.  Raises EOFError where the other end is gone."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        raise EOFError
    data = stream.read(LENGTH.unpack(head)[0])
    return pickle.loads(data)  # noqa: S301 - comes from our own process, through our own pipe


def main() -> None:
    """Serve until stdin ends."""
    root = Path(os.fsdecode(sys.argv[1]))
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    while True:
        try:
            jobs = receive(incoming)
            assert isinstance(jobs, list)
            outcomes: list[Outcome] = [read(root, job) for job in jobs if isinstance(job, Job)]
            send(outgoing, outcomes)
        except (EOFError, BrokenPipeError):
            return


if __name__ == "__main__":
    main()
