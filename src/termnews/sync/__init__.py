"""Folder -> catalog and index: the one writer of both.

stores.py    where a library's catalog, index, state and lock lie
lock.py      one writer a library
walk.py      the files of the folder
plan.py      which of them are new, changed, gone
reading.py   a file -> an article with its quotes
workers.py   the same in other processes
agreement.py catalog and index made to agree when they are opened
people.py    who is one person
copies.py    which articles are near-copies
moves.py     marks follow files and libraries that moved
run.py       all of it, in order
"""
