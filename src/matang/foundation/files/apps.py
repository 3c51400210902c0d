"""Django app."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """The files part of the foundation."""

    name = "matang.foundation.files"
    label = "files"
