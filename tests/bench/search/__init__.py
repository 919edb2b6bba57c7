"""``python -m tests.bench.search``: termnews, stock Whoosh, SQLite FTS5 and tantivy on the same articles.

corpus.py     the articles, read before anything is measured
questions.py  the classes of queries, drawn from the words of the corpus
sides.py      the four engines behind one interface
memory.py     what a process has resident that only searches
kills.py      a writer killed at random moments (``python -m tests.bench.search.kills``)
__main__.py   builds, asks, and prints the table and the ratios
"""
