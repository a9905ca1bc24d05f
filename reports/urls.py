"""Addresses of pillar 4, part by part; the library comes last, since its numbers stand alone."""

from django.urls import path

from reports.views import (
    cases,
    circulars,
    feeds,
    figures,
    files,
    following,
    library,
    newsletters,
    replies,
)

app_name = "reports"

FIGURES = [
    path("figures/", figures.Figures.as_view(), name="figures"),
    path("figures.json", figures.FiguresJson.as_view(), name="figures-json"),
]

CIRCULARS = [
    path("circulars/", circulars.CircularList.as_view(), name="circular-list"),
    path("circulars/new/", circulars.CircularCreate.as_view(), name="circular-create"),
    path("circulars/<int:pk>/", circulars.CircularDetail.as_view(), name="circular-detail"),
    path("circulars/<int:pk>/edit/", circulars.CircularEdit.as_view(), name="circular-edit"),
    path(
        "circulars/<int:pk>/steps/<slug:step>/",
        circulars.CircularStep.as_view(),
        name="circular-step",
    ),
    path("circulars/replies/<int:pk>/", replies.ReplyDetail.as_view(), name="circular-reply"),
    path(
        "circulars/replies/<int:pk>/answer/", replies.ReplyAnswer.as_view(), name="circular-answer"
    ),
]

NEWSLETTERS = [
    path("newsletters/", newsletters.NewsletterList.as_view(), name="newsletter-list"),
    path("newsletters/new/", newsletters.NewsletterCreate.as_view(), name="newsletter-create"),
    path("newsletters/subscribe/", newsletters.Subscribe.as_view(), name="newsletter-subscribe"),
    path(
        "newsletters/subscribe/done/",
        newsletters.Subscribed.as_view(),
        name="newsletter-subscribed",
    ),
    path(
        "newsletters/confirm/<str:token>/", newsletters.Confirm.as_view(), name="newsletter-confirm"
    ),
    path("newsletters/leave/<str:token>/", newsletters.Leave.as_view(), name="newsletter-leave"),
    path("newsletters/subscribers/", newsletters.SubscriberList.as_view(), name="subscriber-list"),
    path("newsletters/<int:pk>/", newsletters.NewsletterDetail.as_view(), name="newsletter-detail"),
    path(
        "newsletters/<int:pk>/edit/", newsletters.NewsletterEdit.as_view(), name="newsletter-edit"
    ),
    path(
        "newsletters/<int:pk>/collect/",
        newsletters.NewsletterCollect.as_view(),
        name="newsletter-collect",
    ),
    path(
        "newsletters/<int:pk>/steps/<slug:step>/",
        newsletters.NewsletterStep.as_view(),
        name="newsletter-step",
    ),
]

LIBRARY = [
    path("", library.ReportList.as_view(), name="report-list"),
    path("new/", library.ReportCreate.as_view(), name="report-create"),
    path("following/", following.FollowingPage.as_view(), name="following"),
    path("atom.xml", feeds.Atom.as_view(), name="atom"),
    path("oai/", feeds.Oai.as_view(), name="oai"),
    path("cases/", cases.CaseList.as_view(), name="case-list"),
    path("cases/<int:pk>/", cases.CaseDetail.as_view(), name="case-detail"),
    path("cases/<int:pk>/edit/", cases.CaseEdit.as_view(), name="case-edit"),
    path("cases/<int:pk>/steps/<slug:step>/", cases.CaseStep.as_view(), name="case-step"),
    path("<slug:number>/", library.ReportDetail.as_view(), name="report-detail"),
    path("<slug:number>/edit/", library.ReportEdit.as_view(), name="report-edit"),
    path("<slug:number>/steps/<slug:step>/", library.ReportStep.as_view(), name="report-step"),
    path("<slug:number>/files/new/", files.FileCreate.as_view(), name="version-create"),
    path("<slug:number>/files/<int:version>/", files.FileDownload.as_view(), name="file"),
    path("<slug:number>/cite.<slug:kind>", files.Cite.as_view(), name="cite"),
]

urlpatterns = [*FIGURES, *CIRCULARS, *NEWSLETTERS, *LIBRARY]
