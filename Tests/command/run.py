"""The command from outside, as people and scripts meet it: runs every claim of the files claims_*.py beside this one.

Needs the built product (`./mitral --help` builds it). Words given as arguments choose claims by name.
"""

import importlib
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER))
sys.path.insert(0, str(FOLDER.parent / "Support"))
import claims  # noqa: E402
import command  # noqa: E402

if not command.BINARY.exists():
    sys.exit(f"{command.BINARY} is not built: run ./mitral --help once")
for path in sorted(FOLDER.glob("claims_*.py")):
    importlib.import_module(path.stem)
claims.main()
