"""``python -m termnews``."""

from __future__ import annotations

import sys

from termnews.cli import main

if __name__ == "__main__":
    sys.exit(main())
