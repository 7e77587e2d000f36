"""Building a graph folder: parts of what pages state, kept from build to build, and the graph written from them.

::

    pages ─ key known? ─ yes ─> kept ──────────────────────┐
                └─ no ─> batches ─ processes ─> new parts ─┴─> resolve ─> tables ─ rename ─> graph folder

A *part* is a folder of Parquet files with all that a batch of pages states. A page's *key* is a digest of all that its
statements depend on: so a page whose key is in some part need not be parsed again.
"""
