"""Addresses of requests to the own agency as a host."""

from django.urls import path

from matang.flow.learn.pages.requests import requests

urlpatterns = [
    path("permintaan/", requests.requests_here, name="requests_here"),
    path("permintaan/<int:sending_id>/", requests.request_here, name="request_here"),
    path("permintaan/<int:sending_id>/jawab/", requests.request_answer, name="request_answer"),
    path("permintaan/<int:sending_id>/terima/", requests.request_receive, name="request_receive"),
    path("permintaan/<int:sending_id>/kesan/", requests.request_feedback, name="request_feedback"),
]
