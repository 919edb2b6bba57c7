"""What importing and using the room brings with it: no warning, and no Whoosh module behind the back of ``engine``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

USE = """
import sys
from pathlib import Path
from termnews import search
assert not any(name.startswith("whoosh") for name in sys.modules), "the door alone loads nothing"
from termnews.article import Article, Quote, Span
query = search.parse('tax "wine tax" w* -x OR speaker:lee date:2016.. w?ne~ taxx~')
assert not any(name.startswith("whoosh") for name in sys.modules), "reading what was typed loads nothing"
search.Index
known = {name for name in sys.modules if name.startswith("whoosh")}
assert "whoosh.writing" not in known
article = Article(id="a", headline="Tax", text="wine tax said")
def document(number):
    return search.Document(number, article, (Quote((Span(0, 4),), "Ann Lee"),))
index = search.Index.create(Path(sys.argv[1]), "e")
index.write([document(number) for number in range(3)])
written = {name for name in sys.modules if name.startswith("whoosh")}
for number in range(12):
    index.write([document(number)])
index.search(query), index.quotations(query), search.snippet(article.text, query)
index = search.Index.open(Path(sys.argv[1]), thorough=True)
index.search(search.parse("wine (tax OR x*) -foo"))
new = {name for name in sys.modules if name.startswith("whoosh")} - known
print(*sorted(new))
"""


def test_no_warning_without_compiled_files_and_no_late_import(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONPYCACHEPREFIX": str(tmp_path / "nothing-compiled"),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = [sys.executable, "-W", "error", "-c", USE, str(tmp_path / "index")]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    for name in done.stdout.split():
        assert name in {"whoosh.writing", "whoosh.externalsort", "whoosh.filedb.compound", "whoosh.util.filelock"}


OF_OURS = """
import sys
from termnews import process
if "ours" in sys.argv:
    process.is_ours()
from termnews.search.columnar.arrays import np
print("numpy._typing" in sys.modules, "numpy._core._add_newdocs" in sys.modules, end=" ")
values = np.unique(np.array([3, 1, 3]))
assert values.tolist() == [1, 3] and np.linalg.norm(values) > 3
assert np.linalg.inv(np.eye(2)).tolist() == np.matrix("1 0; 0 1").I.tolist() == np.eye(2).tolist()
import ctypes
assert ctypes.sizeof(ctypes.c_char) == 1
from numpy.typing import NDArray
assert NDArray[np.int64].__args__
"""


def test_only_a_process_of_ours_leaves_out_what_numpy_is_documented_with() -> None:
    for arguments, expected in (["ours"], "False False"), ([], "True True"):
        done = subprocess.run(
            [sys.executable, "-c", OF_OURS, *arguments], capture_output=True, text=True, check=True, timeout=60
        )
        assert done.stdout.strip() == expected


STEMS = """
import sys
from termnews.search.stemming import stem
assert stem("zeitungen", "de") == "zeitung@de"
print(*sorted(name for name in sys.modules if name.startswith("whoosh.lang.snowball.")))
assert stem("journaux", "fr") == "journal@fr"
"""


def test_a_language_brings_the_stemmers_of_no_other() -> None:
    done = subprocess.run([sys.executable, "-c", STEMS], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["whoosh.lang.snowball.bases", "whoosh.lang.snowball.german"]
