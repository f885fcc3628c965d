"""What Alembic runs: the migrations, on the connection it is handed."""

from __future__ import annotations

from alembic import context

import storage  # noqa: F401  # the tables register themselves
from storage.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
context.run_migrations()
