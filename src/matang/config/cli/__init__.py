"""The command line.

Each command is a module beside this one with a ``command``. Such a module imports Django's models inside its
functions: the surroundings (data folder, secrets, database) are prepared when a command runs, not when its help is
asked for. How much is prepared says the table below.

Exit codes: 0 = done, nothing wrong; 1 = a problem was found; 2 = wrong usage; 3 = the surroundings stand in the way.
"""

from matang.config.cli.group import Entry, Matang
from matang.config.cli.options import Options
from matang.config.levels import Level

ENTRIES = (
    Entry("demo", "Start here", Level.MIGRATED, "Build a demonstration city, walk the main road and serve it."),
    Entry("serve", "Start here", Level.STATIC, "Serve the web application and do the jobs."),
    Entry("import", "Work", Level.MIGRATED, "Import a file of staff, after a dry run.", module="import_"),
    Entry("plan", "Work", Level.MIGRATED, "Find gaps and propose who should sit where, with reasons."),
    Entry("rules", "Work", Level.NOTHING, "Check a file of dated values of the law; show whose results it changes."),
    Entry("createuser", "Work", Level.MIGRATED, "Make an account and give it a role."),
    Entry("doctor", "Care", Level.NOTHING, "Check the machine and the installation; say how to mend each fault."),
    Entry("backup", "Care", Level.MIGRATED, "Write database and files into one file."),
    Entry("restore", "Care", Level.DATABASE, "Bring an installation back from a backup."),
    Entry("jobs", "Care", Level.MIGRATED, "List, repeat and do jobs."),
    Entry("audit", "Care", Level.MIGRATED, "Verify the log of decisions."),
    Entry("test", "Development", Level.NOTHING, "Run the tests on a throw-away database."),
    Entry("shell", "Development", Level.MIGRATED, "Open a Python shell, or psql, inside the installation."),
    Entry("manage", "Development", Level.DATABASE, "Run one of Django's own commands."),
)

cli = Matang(ENTRIES)


def main() -> None:
    """Run the command line; what ``./matang`` calls."""
    cli.main(prog_name="./matang", obj=Options())


__all__ = ["cli", "main"]
