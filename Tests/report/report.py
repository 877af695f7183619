"""The page that `mitral assess --report` writes, in a real browser: runs the claims of claims_report.py.

Needs the built product, Chromium and pdftotext. Words given as arguments choose claims by name.
"""

import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
for place in [FOLDER, *(FOLDER.parent / name for name in ["Support", "command", "browser"])]:
    sys.path.insert(0, str(place))
import claims  # noqa: E402
import command  # noqa: E402

if not command.BINARY.exists():
    sys.exit(f"{command.BINARY} is not built: run ./mitral --help once")
import claims_report  # noqa: E402, F401

claims.main()
