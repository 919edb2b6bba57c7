"""``python -m tests.bench.search.kills [--moments N]``: a writer killed with SIGKILL at random moments, over and over.

Every time the index must open, hold what was committed, and take the next commit.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from termnews.article import Article
from termnews.search import Document, Index, parse

ARTICLES = 60

WRITER = """
import sys
from pathlib import Path
from termnews.search import Index
from tests.bench.search.kills import batch
index = Index.open(Path(sys.argv[1]))
print("ready", flush=True)
for turn in range(10**6):
    print(index.write(batch(turn)), flush=True)
"""


def batch(turn: int) -> list[Document]:
    """The same articles with other words."""
    return [
        Document(number, Article(id=str(number), headline=f"turn{turn}", text="wine")) for number in range(ARTICLES)
    ]


def main() -> None:
    """Kill, look, go on."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search.kills", description=__doc__)
    parser.add_argument("--moments", type=int, default=200)
    moments = parser.parse_args().moments
    rng = random.Random(9)
    with tempfile.TemporaryDirectory(prefix="termnews-kills-") as temporary:
        folder = Path(temporary, "index")
        index = Index.create(folder, "kills")
        index.write(batch(0))
        index.close()
        torn = sum(_survived(folder, rng.random() * 0.4) for _ in range(moments))
    print(f"{moments} kills survived, {torn} of them between the commits of the two indexes")


def _survived(folder: Path, seconds: float) -> bool:
    command = [sys.executable, "-c", WRITER, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        try:
            writer.wait(seconds)
        except subprocess.TimeoutExpired:
            writer.kill()
        told = [int(line) for line in writer.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
    index = Index.open(folder, thorough=True)
    torn = not index.whole
    assert index.count == ARTICLES, "what was committed is there"
    assert not told or index.generation >= told[-1], "a commit that was told of is there"
    assert index.search(parse("wine")).total == ARTICLES
    before = index.generation
    assert index.write(batch(-1)) > before, "the next commit is taken"
    assert index.whole
    index.close()
    return torn


if __name__ == "__main__":
    main()
