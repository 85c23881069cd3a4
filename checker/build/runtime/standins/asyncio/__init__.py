"""Stands in for asyncio's front: what Pyodide's event loop is made of, without sockets, TLS and processes.

Nothing of ours waits inside Python; but Pyodide makes its loop at every start.
"""

# ruff: noqa: F403 - the library's own front is made of the same lines

from asyncio import events as events
from asyncio import tasks as tasks
from asyncio.coroutines import *
from asyncio.events import *
from asyncio.exceptions import *
from asyncio.futures import *
from asyncio.runners import *
from asyncio.tasks import *

DefaultEventLoopPolicy = events._BaseDefaultEventLoopPolicy  # type: ignore[attr-defined] # noqa: SLF001 - as in 3.14
