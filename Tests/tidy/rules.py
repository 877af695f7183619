"""The rules of tidiness. Each takes the tree of files and gives the faults it finds, one text each."""

import ast
import pathlib
import re

FILE_LINES = 400
FUNCTION_LINES = 70
CODE = {".swift", ".c", ".h", ".py", ".sh", ".js", ".css", ".html", ""}
TEXT = CODE | {".md", ".yaml", ".yml", ".json", ".txt"}
SKIPPED = {".git", ".build", ".swiftpm", "node_modules", "__pycache__"}

# Which rooms a room may import; what those may import comes with them. An arrow is added here on purpose or not at all.
ARROWS = {
    "CLanes": [],
    "Lanes": ["CLanes"],
    "Quantities": [],
    "Circulation": ["Lanes", "Quantities"],
    "Lesions": ["Circulation"],
    "Treatments": ["Circulation"],
    "Course": ["Circulation", "Lesions", "Treatments"],
    "Findings": ["Quantities"],
    "Instruments": ["Circulation", "Findings"],
    "Guidelines": ["Findings", "Lanes"],
    "Drawing": [],
    "Pictures": ["Circulation", "Drawing", "Findings", "Instruments"],
    "Bench": ["Circulation", "Findings", "Instruments"],
    "Twin": ["Circulation", "Lesions", "Treatments", "Course", "Instruments", "Findings"],
    "Cohorts": ["Circulation", "Lesions", "Treatments", "Course", "Instruments", "Findings"],
    "Statements": ["Course", "Findings"],
    "Cases": ["Statements"],
    "Inference": ["Statements", "Twin", "Guidelines"],
    "Assessment": ["Cases", "Inference", "Twin", "Course", "Guidelines", "Instruments"],
    "Reports": ["Assessment", "Cases", "Twin", "Cohorts", "Guidelines", "Instruments", "Drawing", "Pictures"],
    "mitral": ["Assessment", "Bench", "Cases", "Reports", "Twin", "Cohorts", "Course", "Guidelines", "Drawing", "Pictures"],
    "mitral-server": ["Assessment", "Cases", "Reports"],
    "Page": ["Inference", "Instruments"],
}

# The rooms that also live in the browser: nothing from outside the package, Foundation least of all. Of one room a folder.
EMBEDDED = {
    "CLanes", "Lanes", "Quantities", "Circulation", "Lesions", "Treatments", "Course", "Findings", "Instruments",
    "Guidelines", "Statements", "Twin/Fit", "Inference", "Page",
}


class File:
    """One file: its path below the root, and its text."""

    def __init__(self, root, path):
        self.path = path.relative_to(root)
        self.text = path.read_text(encoding="utf-8")
        self.lines = self.text.splitlines()
        self.suffix = path.suffix
        parts = self.path.parts
        self.room = parts[1] if len(parts) > 2 and parts[0] == "Sources" else None

    def __str__(self):
        return str(self.path)


def files(root):
    """Every text file of the tree, without what is built or fetched."""
    root = pathlib.Path(root)
    found = []
    for path in sorted(root.rglob("*")):
        below = path.relative_to(root).parts
        if any(part in SKIPPED or part.startswith(".build") for part in below):
            continue
        if path.is_file() and not path.is_symlink() and path.suffix in TEXT and path.name != "Package.resolved":
            found.append(File(root, path))
    return found


def without_comments_and_strings(text):
    """Swift with the inside of comments and strings blanked, line ends kept."""
    token = re.compile(
        r'(?P<hash>#+)"""[\s\S]*?"""(?P=hash)|(?P<one>#+)"[^\n]*?"(?P=one)|"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"'
        r"|//[^\n]*|/\*[\s\S]*?\*/")
    return token.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def swift_functions(text):
    """Yields (name, first line, number of lines) of each function, initialiser and subscript with a body."""
    code = without_comments_and_strings(text)
    start = re.compile(r"(?<![.\w`])(?:func\s+([^\s(<]+)|(init|deinit|subscript)(?=[\s?!(<{]))")
    next_declaration = re.compile(r"\b(?:func|init|var|let)\b")
    for match in start.finditer(code):
        depth, position = 0, match.end()
        while position < len(code):
            character = code[position]
            if character in "([":
                depth += 1
            elif character in ")]":
                depth -= 1
            elif character == "{" and depth == 0:
                end = _closing(code, position)
                first = code.count("\n", 0, match.start())
                yield match.group(1) or match.group(2), first + 1, code.count("\n", 0, end) - first + 1
                break
            elif depth == 0 and (character == "}" or next_declaration.match(code, position)):
                break  # a requirement of a protocol: no body
            position += 1


def _closing(code, position):
    depth = 0
    for index in range(position, len(code)):
        depth += {"{": 1, "}": -1}.get(code[index], 0)
        if depth == 0:
            return index
    return len(code) - 1


def functions(file):
    """The same for any language we write."""
    if file.suffix == ".swift":
        yield from swift_functions(file.text)
    elif file.suffix == ".py":
        for node in ast.walk(ast.parse(file.text)):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                yield node.name, node.lineno, node.end_lineno - node.lineno + 1
    elif file.text.startswith("#!") or file.suffix == ".sh":
        for match in re.finditer(r"^(\w+)\(\) \{\n(?:.*\n)*?\}$", file.text, re.MULTILINE):
            first = file.text.count("\n", 0, match.start()) + 1
            yield match.group(1), first, match.group().count("\n") + 1


def long_files(tree):
    return [f"{file}: {len(file.lines)} lines, {FILE_LINES} allowed" for file in tree
            if file.suffix in CODE and file.path.name != "LICENSE" and len(file.lines) > FILE_LINES]


def long_functions(tree):
    return [f"{file}:{line}: {name} has {length} lines, {FUNCTION_LINES} allowed"
            for file in tree for name, line, length in functions(file) if length > FUNCTION_LINES]


def _matching(tree, pattern, what, allow=lambda file: False):
    return [f"{file}:{number}: {what}: {line.strip()[:80]!r}" for file in tree if not allow(file)
            for number, line in enumerate(file.lines, 1) if re.search(pattern, line)]


def unfinished(tree):
    return _matching(tree, r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b", "left unfinished")


def machine_paths(tree):
    return _matching(tree, r"(?<![\w.~}])/(home|Users|work|root)/[\w.]", "a path of one machine")


def control_characters(tree):
    return _matching(
        tree, "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]", "a character nobody sees")


def testable_imports(tree):
    return _matching([file for file in tree if file.suffix == ".swift"], r"^\s*@testable\b",
                     "tests share the product's modules, so say `package` where a test looks inside")


def imports(file, in_browser=False):
    """Yields (line number, module) of each import; only those that stand in the browser, too, where that is asked for."""
    pattern = re.compile(
        r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?import\s+"
        r"(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)")
    text = without_comments_and_strings(file.text)
    if in_browser:
        text = re.sub(r"^#if !hasFeature\(Embedded\)\n[\s\S]*?^#(?:else|endif)",
                      lambda match: re.sub(r"[^\n]", " ", match.group()), text, flags=re.MULTILINE)
    for number, line in enumerate(text.splitlines(), 1):
        if match := pattern.match(line):
            yield number, match.group(1)


def reach(room):
    """Every room that the arrows lead to from this one."""
    found = set()
    for other in ARROWS.get(room, []):
        found |= {other} | reach(other)
    return found


def arrows(tree):
    faults = []
    for file in tree:
        if file.room is None or file.suffix != ".swift":
            continue
        if file.room not in ARROWS:
            faults.append(f"{file}: the room {file.room} has no line in the table of arrows")
            continue
        for number, module in imports(file):
            if module in ARROWS and module != file.room and module not in reach(file.room):
                faults.append(f"{file}:{number}: {file.room} may not import {module}")
    return faults


def foreign_imports(tree):
    return [f"{file}:{number}: {file.room} also lives in the browser and may not import {module}"
            for file in tree if file.suffix == ".swift" and (file.room in EMBEDDED or "/".join(file.path.parts[1:3]) in EMBEDDED)
            for number, module in imports(file, in_browser=True) if module not in ARROWS]


def missing_headers(tree):
    faults = []
    for file in tree:
        if file.room is None or file.suffix not in {".swift", ".c", ".h"}:
            continue
        own = [line for line in file.lines if line.strip() and not re.match(r"\s*(\w+ |@\w+ )?import ", line)]
        if not own or not own[0].lstrip().startswith(("//", "/*")):
            faults.append(f"{file}: says nowhere at its top what it is")
    return faults
