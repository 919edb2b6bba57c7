"""The word lists of the quote engine: data, one file a subject, each with a word on where it comes from."""
