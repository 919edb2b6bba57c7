"""A codec for Whoosh that keeps postings as flat arrays, and the evaluation of queries over them.

Writing, from below:

    arrays        NumPy, and the few steps on arrays that everything here is made of
    dictionary    the sorted terms of a field
    postings      a field inverted: terms, documents, frequencies, weights, positions; inverting and merging
    segmentfile   the file of a segment (drawn there); ``fieldpostings`` is a field of it, opened
    perdocument   columns and lengths ("norms"), as Whoosh has them
    codec         what Whoosh is given; ``reader`` and ``fieldwriter`` are its two ends
    fields        field types whose text is cut into words once; ``vocabulary`` remembers the pieces of text
    inverter      documents to runs; ``writer`` runs to segments, and segments to bigger ones

Searching:

    leaf          a segment and the whole index as searches see them
    matches       sets of documents with scores: intersection, union, difference
    scoring       BM25F
    phrases, expansion    places of words; queries that stand for many words
    evaluate      a query tree in a segment; ``queries`` are those of our own
    residency     how much of the mapped files counts as memory
    collector     all segments: totals, the best, sorting, facets, Whoosh's Results
"""
