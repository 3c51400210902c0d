"""Django app."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """The documents part of the foundation."""

    name = "matang.foundation.documents"
    label = "documents"
