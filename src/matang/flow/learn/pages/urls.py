"""Addresses of the stage."""

from django.urls import URLPattern

from matang.flow.learn.pages.cases.urls import urlpatterns as cases
from matang.flow.learn.pages.cohorts.urls import urlpatterns as cohorts
from matang.flow.learn.pages.costs.urls import urlpatterns as costs
from matang.flow.learn.pages.daily.urls import urlpatterns as daily
from matang.flow.learn.pages.hosts.urls import urlpatterns as hosts
from matang.flow.learn.pages.matching.urls import urlpatterns as matching
from matang.flow.learn.pages.reports.urls import urlpatterns as reports
from matang.flow.learn.pages.requests.urls import urlpatterns as requests
from matang.flow.learn.pages.sendings.urls import urlpatterns as sendings

app_name = "learn"
urlpatterns: list[URLPattern] = [*sendings, *costs, *cohorts, *requests, *reports, *hosts, *matching, *daily, *cases]
