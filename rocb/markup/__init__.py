"""Small pieces of HTML and text that lists, records and templates share.

Everything here escapes what it is given and is cheap enough for 200 rows: what is the same in each
of them (dates, addresses of static files) is worked out once.
"""

from rocb.markup.charts import drawn_bars, heat_rows, stacked
from rocb.markup.inline import Linker, icon, link, progress, tag, tone_of
from rocb.markup.pieces import (
    chain_items,
    crumbs,
    fact_items,
    list_items,
    menu_items,
    rows_html,
    task_items,
)
from rocb.markup.values import day, days, moment, money, number, shortened, up_to, weekday

__all__ = [
    "Linker",
    "chain_items",
    "crumbs",
    "day",
    "days",
    "drawn_bars",
    "fact_items",
    "heat_rows",
    "icon",
    "link",
    "list_items",
    "menu_items",
    "moment",
    "money",
    "number",
    "progress",
    "rows_html",
    "shortened",
    "stacked",
    "tag",
    "task_items",
    "tone_of",
    "up_to",
    "weekday",
]
