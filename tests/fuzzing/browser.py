"""The browser's own modules in Node with any link, message, text and data: `browser.mjs` says what must hold."""

from __future__ import annotations

import json
import subprocess
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from fuzzing.mutate import any_json, changed_text, some_text

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator
    from typing import IO

__all__ = ["browser"]

_LINK = "?lang=en&errand=at_desk&accent=7a0038&paper=ffffff&text=000000#counter"


@contextmanager
def browser() -> Iterator[Callable[[random.Random], None]]:
    """Give what sends one line of input to Node, and reads what went wrong there."""
    script = Path(__file__).with_suffix(".mjs")
    pipe = subprocess.PIPE
    with subprocess.Popen(["node", script], stdin=pipe, stdout=pipe, text=True) as node:
        assert node.stdin
        assert node.stdout
        yield partial(_case, node.stdin, node.stdout)


def _case(sending: IO[str], hearing: IO[str], chance: random.Random) -> None:
    told = {
        "link": changed_text(chance, _LINK),
        "typed": some_text(chance) if chance.random() < 0.5 else changed_text(chance, "きよせし 資格確認書"),
        "message": any_json(chance),
        "height": any_json(chance, 0),
        "insurer": changed_text(chance, "kiyose"),
        "data": changed_text(chance, '{"lang":"en"}'),
        "origin": chance.choice(("https://navi.example", "null", "https://host.example", some_text(chance))),
    }
    line = json.dumps(told).replace("Infinity", "1e999").replace("NaN", "null")  # as JSON has them
    sending.write(f"{line}\n")
    sending.flush()
    problem = json.loads(hearing.readline())
    assert problem is None, problem
