"""The page in a real browser: serves the folder that `mitral page` made, and runs the claims beside this file.

    page.py FOLDER [NAME…]     the built page; words that choose claims by name

Needs the built product and Chromium; `MITRAL_AXE` names axe.min.js.
"""

import importlib
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent
for place in [FOLDER, *(FOLDER.parent / name for name in ["Support", "command", "browser"])]:
    sys.path.insert(0, str(place))
import claims  # noqa: E402
import command  # noqa: E402
import site_server  # noqa: E402

if not command.BINARY.exists():
    sys.exit(f"{command.BINARY} is not built: run ./mitral --help once")
if len(sys.argv) < 2 or not (pathlib.Path(sys.argv[1]) / "index.html").exists():
    sys.exit("page.py FOLDER: the folder that `./mitral page -o FOLDER` made")
site_server.serve(sys.argv.pop(1))
for file in sorted(FOLDER.glob("claims_*.py")):
    importlib.import_module(file.stem)

claims.main()
