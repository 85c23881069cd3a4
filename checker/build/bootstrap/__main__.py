"""Set up what is named: `tools` (Python and Node packages), `browser` (with fonts), `headless` and `engines` (others).

This file is read by whatever `python3` a machine has, so it keeps to what old ones can parse.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the very Pythons that pyproject.toml rules out
    sys.exit(
        "Python %d.%d.%d is too old (%s): 3.11 or newer is needed.\n"  # noqa: UP031 - f-strings came with 3.6
        "  Way out: install a newer Python from your system's packages (for example\n"
        "  `apt-get install python3.11 python3.11-venv`), then `make PYTHON=python3.11 ...`."
        % (tuple(sys.version_info[:3]) + (sys.executable,))  # noqa: RUF005 - and so did that
    )

from checker.build.bootstrap.setup import main

sys.exit(main(sys.argv[1:]))
