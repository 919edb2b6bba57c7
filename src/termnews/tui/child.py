"""Other programs: the sync, what an article is piped to, the web browser.  No shell; none is left running."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from urllib.parse import urlsplit

from termnews.errors import TermnewsError

TIME_LIMIT = 20.0
MOST_OUTPUT = 1_000_000
_GRACE = 2.0


class ChildError(TermnewsError):
    """A program that can't be started, or that failed."""


async def sync_events(command: Sequence[str], environment: Mapping[str, str]) -> AsyncIterator[dict[str, object]]:
    """The progress that ``termnews index --progress json`` reports, one record a line; ends the process when left.

    Raises ChildError where it fails without saying why.
    """
    process = await asyncio.create_subprocess_exec(
        *command,
        env=environment,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
    )
    told = False
    try:
        if process.stdout is None:
            return
        async for line in process.stdout:
            with contextlib.suppress(ValueError):
                event = json.loads(line)
                if isinstance(event, dict):
                    told = told or event.get("event") in ("done", "error")
                    yield event
        code = await process.wait()
        if code and not told:
            raise ChildError(f"the sync ended with exit code {code}")
    finally:
        await _end(process)


async def output_of(command: Sequence[str], text: str, time_limit: float = TIME_LIMIT) -> tuple[str, str]:
    """What ``command`` prints when ``text`` is its input, and a line on how it ended ("" where all went well).

    After ``time_limit`` seconds, or a megabyte, it is ended with all that it started.  Raises ChildError where it can't
    be started.
    """
    try:
        process = await asyncio.create_subprocess_exec(
            *command,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            start_new_session=True,
        )
    except FileNotFoundError:
        raise ChildError(f"there is no command {command[0]!r}") from None
    except (OSError, ValueError) as error:
        raise ChildError(f"{command[0]}: {error}") from None
    output = bytearray()
    ended = ""
    try:
        async with asyncio.timeout(time_limit):
            await asyncio.gather(_feed(process, text), _drain(process, output))
            if len(output) >= MOST_OUTPUT:
                ended = "stopped after a megabyte"
            else:
                code = await process.wait()
                ended = f"exit code {code}" if code else ""
    except TimeoutError:
        ended = f"stopped after {time_limit:g} seconds"
    finally:
        await _end(process)
    return output.decode("utf-8", "replace"), ended


async def _feed(process: asyncio.subprocess.Process, text: str) -> None:
    if process.stdin is None:
        return
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        process.stdin.write(text.encode())
        await process.stdin.drain()
    process.stdin.close()
    with contextlib.suppress(BrokenPipeError, ConnectionResetError):
        await process.stdin.wait_closed()


async def _drain(process: asyncio.subprocess.Process, output: bytearray) -> None:
    while process.stdout is not None and len(output) < MOST_OUTPUT:
        chunk = await process.stdout.read(65_536)
        if not chunk:
            return
        output += chunk
    _signal(process, signal.SIGKILL)


async def _end(process: asyncio.subprocess.Process) -> None:
    """End the process and all of its group, and wait for it, however often we are cancelled meanwhile."""
    ending = asyncio.ensure_future(_ended(process))
    cancelled = False
    while not ending.done():
        try:
            await asyncio.shield(ending)
        except asyncio.CancelledError:
            cancelled = True
    if cancelled:
        raise asyncio.CancelledError


async def _ended(process: asyncio.subprocess.Process) -> None:
    _signal(process, signal.SIGTERM)
    try:
        async with asyncio.timeout(_GRACE):
            await process.wait()
    except TimeoutError:
        pass
    finally:
        _signal(process, signal.SIGKILL)
    await process.wait()


def _signal(process: asyncio.subprocess.Process, number: int) -> None:
    """To the whole group: it was started in a session of its own, so the group's id is the process's."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)


def web_address(url: str) -> str:
    """``url`` where it is a web address that can be handed to a browser.  Raises ChildError."""
    try:
        parts = urlsplit(url)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme.lower() not in ("http", "https") or not parts.netloc:
        raise ChildError("its address is not one of the web (http or https)")
    if not url.isprintable() or " " in url:
        raise ChildError("its address holds characters that no address has")
    return url


async def open_in_browser(url: str) -> None:
    """Hand ``url`` to the desktop.  Raises ChildError where it is no web address, or nothing there opens one."""
    address = web_address(url)
    opener = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    if opener is None:
        raise ChildError(f"there is no program here that opens web pages; the address is {address}")
    process = await asyncio.create_subprocess_exec(
        opener,
        address,
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
    )
    if code := await process.wait():
        raise ChildError(f"{opener} could not open it (exit code {code})")
