"""The embedded PostgreSQL server: the binaries of a wheel, run in a folder that the operator names.

It listens on no network. Its socket lies inside its own folder, which only its owner (and root) may enter, and every
connection is checked against the operating system's account (peer authentication).
"""

from matang.config.embedded.cluster import Cluster

__all__ = ["Cluster"]
