"""`make bench`: the bars of speed and memory, each next to its floor, in one run.

    python -m tests.bench [pages] [saving] [reminders] [files] [--rounds 40]

The floor of a page is a view in the same process, behind the same middleware and session, that runs
the page's own SQL through a bare cursor and returns the page's own bytes, made once. What stands
above it is our Python and our templates. Figures are ratios of medians taken in turn; absolute times
depend on the machine and on what else it does.
"""
