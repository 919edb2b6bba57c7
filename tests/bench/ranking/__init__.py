"""``python -m tests.bench.ranking``: are the best articles first?  nDCG@10 on judged queries, beside other engines.

queries.tsv   the queries, and what whoever asks them wants
qrels.txt     the judgements, in the form of TREC
topics.py     reads both
documents.py  reads the two collections of real articles
engines.py    termnews, stock Whoosh, SQLite FTS5 and tantivy, each asked in its own language
figures.py    nDCG and the paired bootstrap
__main__.py   builds, asks, and prints the tables
"""
