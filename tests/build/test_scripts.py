"""Joined modules do what the modules do, and what cannot be joined is refused by place."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from checker.build.scripts import JoinError, join_modules

if TYPE_CHECKING:
    from pathlib import Path

TALKATIVE = {
    "entry.js": """
        // import {nothing} from "./in-a-comment.js";
        import { add,
                 Counter, } from "./maths.js";
        import {say} from './say.js';
        import {total} from "./state.js"

        const words = "import {x} from './in-a-string.js'; export default 1";
        const pattern = /["'`{]\\/[/"{]/g;
        const half = add(4, 4) / 2; const third = half / 3;
        const template = `export ${ [1, 2].map((x) => `${x}}`).join("{") } default`;
        const counter = new Counter();
        counter.up();
        const record = {import: 1, export: 2, default: 3};
        export function unused() { return record.import; }
        for (let i = 0, j = 1; i < 2; i += j) counter.up();
        say(words, template, "a`b".replace(pattern, "-"), half, third, counter.count, total);
        say(typeof this, (function () { return typeof this; })());
        import("data:text/javascript,export const later = 7").then(({later}) => say(later));
    """,
    "maths.js": """
        import {bump} from "./state.js";
        export const add = (a, b) => { bump(); return a + b; };
        export class Counter { count = 0; up() { this.count = add(this.count, 1); } }
    """,
    "say.js": """
        /* export default "not really" */
        export async function later() { await null; }
        export function* numbers() { yield 1; }
        export function say(...what) { console.log(JSON.stringify(what)); }
    """,
    "state.js": """
        export let total = 0;
        export function bump() { total += 1; }
    """,
}


def write(folder: Path, files: dict[str, str]) -> Path:
    (folder / "package.json").write_text('{"type": "module"}')
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "entry.js"


def run(script: Path) -> str:
    done = subprocess.run(["node", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_joined_script_does_what_the_modules_do(tmp_path: Path) -> None:
    entry = write(tmp_path, TALKATIVE)
    joined = tmp_path / "joined.cjs"
    joined.write_text(join_modules(entry), encoding="utf-8")
    assert run(joined) == run(entry)


def test_every_module_stands_once_and_after_what_it_imports(tmp_path: Path) -> None:
    joined = join_modules(write(tmp_path, TALKATIVE))
    names = [line[3:] for line in joined.splitlines() if line.startswith("// ") and line.endswith(".js")]
    assert names == ["state.js", "maths.js", "say.js", "entry.js"]


@pytest.mark.parametrize(
    ("text", "line", "found", "allowed"),
    [
        ("\nexport default 1;", 2, "export default 1;", "`export` right before"),
        ("export {a};\nconst a = 1;", 1, "export {a};", "`export` right before"),
        ("const a = 1;\nexport {a as b};", 2, "export {a as b};", "`export` right before"),
        ('export * from "./other.js";', 1, "export *", "`export` right before"),
        ('export {a} from "./other.js";', 1, "export {a} from", "`export` right before"),
        ("export var a = 1;", 1, "export var", "`export` right before"),
        ('import {a as b} from "./other.js";', 1, "a as b", "no renaming"),
        ('import a from "./other.js";', 1, "import a", "no renaming, no default"),
        ('import * as a from "./other.js";', 1, "* as a", "no renaming"),
        ('import "./other.js";', 1, 'import "./other.js"', "no renaming"),
        ('import {a} from "other";', 1, 'from "other"', '"./file.js"'),
        ('\n\nfunction f() { return import("./other.js"); }', 3, "import(", "a static `import"),
        ("const here = import.meta.url;", 1, "import.meta", "no `import.meta`"),
        ("const a = 1, b = 2;", 1, "a = 1, b = 2", "one name a declaration"),
        ("const {a} = {a: 1};", 1, "const {a}", "one name a declaration"),
        ("const a = 1;\nawait a;", 2, "await a;", "inside a function only"),
        ("const a = 1;\nfunction a() {}", 2, "function a", "a name of its own, since"),
    ],
)
def test_refuses(tmp_path: Path, text: str, line: int, found: str, allowed: str) -> None:
    entry = write(tmp_path, {"entry.js": text, "other.js": "export const a = 1;"})
    with pytest.raises(JoinError) as caught:
        join_modules(entry)
    message = str(caught.value)
    assert message.startswith(f"{entry}:{line}: cannot be joined: `")
    assert found in message
    assert f"; allowed: {allowed}" in message or allowed in message.split("; allowed: ")[1]


def test_refuses_one_name_in_two_modules(tmp_path: Path) -> None:
    files = {
        "entry.js": 'import {a} from "./other.js";\nconst helper = a;',
        "other.js": "\n\nfunction helper() {}\nexport const a = 1;",
    }
    entry = write(tmp_path, files)
    with pytest.raises(JoinError, match=r"entry\.js:2: .*`helper` is declared at .*other\.js:3 too"):
        join_modules(entry)


def test_refuses_a_name_of_the_browser(tmp_path: Path) -> None:
    entry = write(tmp_path, {"entry.js": "const status = 1;"})
    with pytest.raises(JoinError, match=r"entry\.js:1: .*`status` is the browser's own"):
        join_modules(entry)


def test_refuses_a_cycle(tmp_path: Path) -> None:
    files = {
        "entry.js": 'import {a} from "./other.js";\nexport const b = a;',
        "other.js": 'import {b} from "./entry.js";\nexport const a = b;',
    }
    entry = write(tmp_path, files)
    with pytest.raises(JoinError, match=r"other\.js:1: .*entry\.js -> other\.js -> entry\.js"):
        join_modules(entry)


def test_names_what_is_not_there(tmp_path: Path) -> None:
    entry = write(tmp_path, {"entry.js": 'import {a} from "./other.js";'})
    with pytest.raises(JoinError, match=r"entry\.js:1: there is no other\.js beside it"):
        join_modules(entry)
    write(tmp_path, {"other.js": "export const b = 1; export class C {}"})
    with pytest.raises(JoinError, match=r"other\.js exports no `a`; it exports C, b"):
        join_modules(entry)
