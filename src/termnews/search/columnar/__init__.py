"""A codec for Whoosh that keeps postings as flat arrays, and the evaluation of queries over them.

Writing, from below:

    arrays        NumPy, and the few steps on arrays that everything here is made of
    dictionary    the sorted terms of a field
    postings      a field inverted: terms, documents, frequencies, weights, positions
    inversion     tokens to postings, with one sort; ``merging`` several runs or segments to one, without any
    segmentfile   the file of a segment (drawn there); ``fieldpostings`` is a field of it, opened
    perdocument   columns and lengths ("norms"), as Whoosh has them
    codec         what Whoosh is given; ``reader`` and ``fieldwriter`` are its two ends
    fields        field types whose text is cut into words once; ``vocabulary`` remembers the pieces of text,
                  by number in a ``keytable``
    inverter      documents to runs; ``writer`` runs to segments, and segments to bigger ones

Searching:

    leaf          a segment as searches see it; ``slices`` are segments that are searched as if they were one,
    collection    the slices of the whole index and its statistics
    matches       sets of documents with scores: union, difference, narrowing; ``top`` the first few of many numbers
    scoring       BM25F
    phrases       places of words: phrases; ``nearby`` words near one another
    expansion     queries that stand for many words: ``globs`` patterns, ``alike`` words of like ``spelling``
    evaluate      a query tree in a slice; ``queries`` are those of our own
    residency     how much of the mapped files counts as memory
    collector     all slices: totals, the best, sorting, facets, Whoosh's Results
"""
