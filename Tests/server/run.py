"""The server from outside: runs every claim of the files claims_*.py beside this one.

Needs both products built (`./mitral --help`, `./mitral serve --help`). Words given as arguments choose claims by name.
"""

import importlib
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
for folder in [FOLDER.parent / "command", FOLDER.parent / "Support", FOLDER]:
    sys.path.insert(0, str(folder))
import claims  # noqa: E402
import command  # noqa: E402
import server  # noqa: E402

for binary, way in [(command.BINARY, "./mitral --help"), (server.BINARY, "./mitral serve --help")]:
    if not binary.exists():
        sys.exit(f"{binary} is not built: run {way} once")
for path in sorted(FOLDER.glob("claims_*.py")):
    importlib.import_module(path.stem)
claims.main()
