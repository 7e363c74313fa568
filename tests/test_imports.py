"""The rooms of the house stand in one order, and imports never run back."""

import ast
from pathlib import Path

ORDER = [
    {"errors", "data"}, {"records", "settings"}, {"languages"}, {"sources", "reading"}, {"coding"},
    {"record"}, {"answers"}, {"publish", "scale"}, {"evaluation"}, {"library"}, {"cli"}, {"__main__"},
]  # fmt: skip
ROOT = Path(__file__).parent.parent / "src" / "dragoman"
LEVEL = {room: level for level, rooms in enumerate(ORDER) for room in rooms}
# dragoman/__init__.py is the public face: it opens lazily what stands in "library".
LEVEL["__init__"] = LEVEL["library"]
# reading takes what sources fetched; the way back is closed.
SIDEWAYS = {("reading", "sources"), ("__init__", "library")}


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("dragoman."):
            rooms.add((node.module or "").split(".")[1])
        elif isinstance(node, ast.ImportFrom) and node.module == "dragoman":
            rooms |= {alias.name for alias in node.names if alias.name in LEVEL}
        elif isinstance(node, ast.Import):
            rooms |= {
                alias.name.split(".")[1]
                for alias in node.names
                if alias.name.startswith("dragoman.")
            }
    return rooms


def test_no_import_runs_back_through_the_house():
    seen, back = 0, []
    for path in ROOT.rglob("*.py"):
        own = path.relative_to(ROOT).parts[0].removesuffix(".py")
        assert own in LEVEL, f"{own} has no place in the order of rooms"
        for room in imported_rooms(path) - {own}:
            seen += 1
            if LEVEL[room] > LEVEL[own] or (
                LEVEL[room] == LEVEL[own] and (own, room) not in SIDEWAYS
            ):
                back.append(f"{path.relative_to(ROOT)} imports {room}")
    assert seen, "the walk found no import at all"
    assert not back, "\n".join(back)


# The floors of coding, in the order in which a document passes them (docs/why/coding.md).
FLOORS = [{"names"}, {"people", "cues", "scene"}, {"acts"}, {"meetings"}, {"model"}]
FLOOR = {name: level for level, names in enumerate(FLOORS) for name in names}


def test_no_import_runs_back_through_the_floors_of_coding():
    back = []
    coding = ROOT / "coding"
    for path in coding.rglob("*.py"):
        own = path.relative_to(coding).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ImportFrom) or own not in FLOOR:
                continue
            parts = (node.module or "").split(".")
            floor = parts[2] if parts[:2] == ["dragoman", "coding"] and len(parts) > 2 else own
            if FLOOR.get(floor, -1) > FLOOR[own]:
                back.append(f"{path.relative_to(coding)} imports {node.module}")
    assert set(FLOOR) <= {path.stem for path in coding.iterdir()}
    assert not back, "\n".join(back)
