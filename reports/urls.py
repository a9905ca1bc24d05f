"""Addresses of pillar 4, part by part; the library comes last, since its numbers stand alone."""

from django.urls import path

from reports.views import (
    annual,
    cases,
    circulars,
    feeds,
    figures,
    files,
    following,
    indicators,
    library,
    load,
    newsletters,
    objectives,
    pillars,
    plan_home,
    plans,
    readings,
    region,
    replies,
    reports,
    subscribers,
    work,
)

app_name = "reports"

FIGURES = [
    path("figures/", figures.Figures.as_view(), name="figures"),
    path("figures/<slug:key>/", figures.FigureDetail.as_view(), name="figure"),
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
    path("newsletters/subscribe/", subscribers.Subscribe.as_view(), name="newsletter-subscribe"),
    path(
        "newsletters/subscribe/done/",
        subscribers.Subscribed.as_view(),
        name="newsletter-subscribed",
    ),
    path(
        "newsletters/confirm/<str:token>/", subscribers.Confirm.as_view(), name="newsletter-confirm"
    ),
    path("newsletters/leave/<str:token>/", subscribers.Leave.as_view(), name="newsletter-leave"),
    path("newsletters/subscribers/", subscribers.SubscriberList.as_view(), name="subscriber-list"),
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

PLAN = [
    path("region/", region.RegionPage.as_view(), name="region"),
    path("plan/", plan_home.PlanHome.as_view(), name="plan"),
    path("plan/all/", plans.PlanList.as_view(), name="plan-list"),
    path("plan/new/", plans.PlanCreate.as_view(), name="plan-create"),
    path("plan/<int:pk>/", plans.PlanDetail.as_view(), name="plan-detail"),
    path("plan/<int:pk>/edit/", plans.PlanEdit.as_view(), name="plan-edit"),
    path("plan/<int:pk>/steps/<slug:step>/", plans.PlanStep.as_view(), name="plan-step"),
    path(
        "plan/<int:pk>/objectives/new/",
        objectives.ObjectiveCreate.as_view(),
        name="objective-create",
    ),
    path(
        "plan/objectives/<int:pk>/edit/", objectives.ObjectiveEdit.as_view(), name="objective-edit"
    ),
    path(
        "plan/objectives/<int:pk>/delete/",
        objectives.ObjectiveDelete.as_view(),
        name="objective-delete",
    ),
    path(
        "plan/objectives/<int:pk>/indicators/new/",
        indicators.IndicatorCreate.as_view(),
        name="indicator-create",
    ),
    path(
        "plan/indicators/<int:pk>/", indicators.IndicatorDetail.as_view(), name="indicator-detail"
    ),
    path(
        "plan/indicators/<int:pk>/edit/", indicators.IndicatorEdit.as_view(), name="indicator-edit"
    ),
    path(
        "plan/indicators/<int:pk>/targets/",
        readings.IndicatorTargets.as_view(),
        name="indicator-targets",
    ),
    path(
        "plan/indicators/<int:pk>/values/new/",
        readings.ReadingCreate.as_view(),
        name="reading-create",
    ),
    path("plan/pillars/", pillars.Pillars.as_view(), name="pillars"),
    path(
        "plan/pillars/<int:number>/title/",
        pillars.PillarTitleCreate.as_view(),
        name="pillar-title",
    ),
    path("plan/work/", work.WorkList.as_view(), name="work-list"),
    path("plan/work/new/", work.WorkCreate.as_view(), name="work-create"),
    path("plan/work/<int:pk>/", work.WorkDetail.as_view(), name="work-detail"),
    path("plan/work/<int:pk>/edit/", work.WorkEdit.as_view(), name="work-edit"),
    path("plan/work/<int:pk>/steps/<slug:step>/", work.WorkStep.as_view(), name="work-step"),
    path("plan/load/", load.LoadPage.as_view(), name="load"),
]

ANNUAL = [
    path("annual/", annual.AnnualList.as_view(), name="annual-list"),
    path("annual/new/", annual.AnnualCreate.as_view(), name="annual-create"),
    path("annual/open/<int:pk>/", annual.AnnualOpen.as_view(), name="annual-open"),
    path("annual/<int:year>/", annual.AnnualDetail.as_view(), name="annual-detail"),
    path("annual/<int:year>/edit/", annual.AnnualEdit.as_view(), name="annual-edit"),
    path("annual/<int:year>/steps/<slug:step>/", annual.AnnualStep.as_view(), name="annual-step"),
    path("annual/<int:year>/report.<slug:kind>", annual.AnnualFile.as_view(), name="annual-file"),
]

LIBRARY = [
    path("", library.ReportList.as_view(), name="report-list"),
    path("new/", reports.ReportCreate.as_view(), name="report-create"),
    path("following/", following.FollowingPage.as_view(), name="following"),
    path("atom.xml", feeds.Atom.as_view(), name="atom"),
    path("oai/", feeds.Oai.as_view(), name="oai"),
    path("cases/", cases.CaseList.as_view(), name="case-list"),
    path("cases/<int:pk>/", cases.CaseDetail.as_view(), name="case-detail"),
    path("cases/<int:pk>/edit/", cases.CaseEdit.as_view(), name="case-edit"),
    path("cases/<int:pk>/steps/<slug:step>/", cases.CaseStep.as_view(), name="case-step"),
    path("<slug:number>/", reports.ReportDetail.as_view(), name="report-detail"),
    path("<slug:number>/edit/", reports.ReportEdit.as_view(), name="report-edit"),
    path("<slug:number>/steps/<slug:step>/", reports.ReportStep.as_view(), name="report-step"),
    path("<slug:number>/files/new/", files.FileCreate.as_view(), name="version-create"),
    path("<slug:number>/files/<int:version>/", files.FileDownload.as_view(), name="file"),
    path("<slug:number>/cite.<slug:kind>", files.Cite.as_view(), name="cite"),
]

urlpatterns = [*FIGURES, *PLAN, *ANNUAL, *CIRCULARS, *NEWSLETTERS, *LIBRARY]
