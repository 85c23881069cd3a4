"""Joined modules do what the modules do, and what cannot be joined is refused by place."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from checker.build.javascript import without_comments
from checker.build.scripts import JoinError, join_modules

BROWSER = Path(__file__).parents[2] / "checker" / "browser"
TSC = BROWSER.parents[1] / "node_modules" / ".bin" / "tsc"

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
    lines = ["function bump()", "const add =", "function say(", "const words ="]
    assert sorted(lines, key=joined.index) == lines
    assert [joined.count(line) for line in lines] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("/** What it does. */\n\nconst a = 1; // one\n  // two\n\tconst b = 2;\n", "const a = 1;\nconst b = 2;"),
        ("const a = 1 /* no\nsemicolon */ const b = 2", "const a = 1\nconst b = 2"),
        ("f(a /* first */, /* second */ b);", "f(a , b);"),
        ("return  a   /**/   + b;", "return a + b;"),
        ("""say("// a  b", '/* c */', "\\" // d");  // e""", """say("// a  b", '/* c */', "\\" // d");"""),
        ('const a = /[/"]  \\/*x*/g; // a pattern', 'const a = /[/"]  \\/*x*/g;'),
        ("const a = b / 2; // half\nconst c = '//';", "const a = b / 2;\nconst c = '//';"),
        (
            "const a = `\n  // b  ${c /* d */ + `  /* e */ ${  f}\n`}  \\` // g\n`; // h",
            "const a = `\n  // b  ${c + `  /* e */ ${ f}\n`}  \\` // g\n`;",
        ),
        ("const a = `$ // ${b}$`; // c", "const a = `$ // ${b}$`;"),
        ("const a = '全角　空白'; // 日本語\nb();", "const a = '全角　空白';\nb();"),
    ],
)
def test_comments_and_indentation_go_and_literals_stay(text: str, left: str) -> None:
    assert without_comments(text) == left


def printed(folder: Path, scripts: dict[str, str]) -> dict[str, str]:
    """The scripts as TypeScript prints them from what it has understood, without comments."""
    for name, text in scripts.items():
        (folder / name).write_text(text, encoding="utf-8")
    options = "--ignoreConfig --allowJs --noCheck --noResolve --removeComments --target esnext --module esnext".split()
    paths = [str(folder / name) for name in scripts]
    subprocess.run([str(TSC), *options, "--rootDir", str(folder), "--outDir", str(folder / "out"), *paths], check=True)
    return {name: (folder / "out" / name).read_text(encoding="utf-8") for name in scripts}


def test_every_script_of_ours_means_the_same_without_comments(tmp_path: Path) -> None:
    scripts = {path.name: path.read_text(encoding="utf-8") for path in BROWSER.glob("*.js")}
    assert len(scripts) > 40
    lean = {f"lean_{name}": without_comments(text) for name, text in scripts.items()}
    found = printed(tmp_path, scripts | lean)
    assert [name for name in scripts if found[name] != found[f"lean_{name}"]] == []


@pytest.mark.parametrize("name", ["checker", "offline", "engine-worker", "offline-worker", "quick_exit", "page"])
def test_the_scripts_that_ship_have_no_comment_left(name: str, tmp_path: Path) -> None:
    joined = tmp_path / "joined.js"
    joined.write_text(join_modules(BROWSER / f"{name}.js"), encoding="utf-8")
    assert subprocess.run(["node", "--check", joined], check=False).returncode == 0
    lines = joined.read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith(("//", "/*", "*", " ")) or not line] == []


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
