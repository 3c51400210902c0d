"""Import of the personnel and unit files that agencies really have.

The road of a file: ``reading`` (bytes → raw sheets) → ``layout`` (where the table is) → ``parsing`` (rows without
sensitive columns) → ``parcel`` (the packed copy that is kept) → ``checking`` (row → record and findings) →
``planning`` (record against the register → what would happen) → ``writing`` (the plan applied, all or nothing).
``runs`` joins them; the dry run and the commit both call ``runs.make_plan``.
"""
