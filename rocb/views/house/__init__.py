"""The five pages of the house: list, detail, create, edit, confirm.

One level above Django, nothing mixed in. A screen is a declaration; what differs is overridden by
name. Each page asks `perm` of the reader (403) and finds rows through `visible_to` (404).
"""

from rocb.views.house.base import Page, RecordPage
from rocb.views.house.details import DetailPage
from rocb.views.house.forms import CreatePage, EditPage, FormPage, VerbPage
from rocb.views.house.lists import Column, ListPage
from rocb.views.house.steps import CommentForm, StepPage

__all__ = [
    "Column",
    "CommentForm",
    "CreatePage",
    "DetailPage",
    "EditPage",
    "FormPage",
    "ListPage",
    "Page",
    "RecordPage",
    "StepPage",
    "VerbPage",
]
