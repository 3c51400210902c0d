"""``./matang manage``."""

import click


@click.command(
    "manage",
    short_help="Run one of Django's own commands.",
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False, "help_option_names": []},
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(*, arguments: tuple[str, ...]) -> None:
    """Run one of Django's own commands, such as ``migrate`` or ``check``, inside the installation."""
    from django.core.management import execute_from_command_line

    execute_from_command_line(["./matang manage", *(arguments or ("help",))])
