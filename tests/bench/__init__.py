"""Measurements: ``python -m tests.bench`` prints every row of the design's table on speed.

library.py    the libraries that are measured on
clock.py      CPU time of processes, two sides interleaved
screen.py     an application on a terminal of our own
rows/         one file a row
"""
