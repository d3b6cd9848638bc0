"""What every command line shares: one line for a wrong call, quiet on a closed pipe, no
half-written file.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import click

from provisions.errors import ProvisionsError, visible

F = TypeVar("F", bound=Callable[..., Any])

FAULT = 70
"""The exit code for a fault of the program itself."""


def _fail(command: click.Command, *lines: str) -> NoReturn:
    for line in lines:
        click.echo(f"{command.name}: {visible(line)}", err=True)
    sys.exit(2)


def _fault(command: click.Command) -> NoReturn:
    """A fault of the program itself: its trace, and what to do with it."""
    import traceback

    traceback.print_exc()
    click.echo(
        f"{command.name}: this is a fault of the program and not of the call. Please report it "
        "with the lines above, and the call, where you have the program from.",
        err=True,
    )
    sys.exit(FAULT)


class OneLineCommand(click.Command):
    """A command whose usage errors are one line on stderr, with exit code 2."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run; see `click.Command.main`."""
        return _main(self, super().main, args, kwargs)


class OneLineGroup(click.Group):
    """A group of commands whose usage errors are one line on stderr, with exit code 2."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run; see `click.Group.main`."""
        return _main(self, super().main, args, kwargs)


def _main(command: click.Command, run: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    if not kwargs.pop("standalone_mode", True):
        return run(*args, standalone_mode=False, **kwargs)
    try:
        with _no_search_for_garbage():
            code = run(*args, standalone_mode=False, **kwargs)
        if sys.stdout is not None:  # it is None where the caller has closed it
            sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help(), err=True)
        sys.exit(2)
    except click.ClickException as error:
        _fail(command, " ".join(error.format_message().split()))
    except ProvisionsError as error:
        _fail(command, *error.lines)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        _write_no_more()
        sys.exit(0)
    except OSError as error:  # a full disk behind stdout
        _write_no_more()
        _fail(command, f"cannot write: {error.strerror or error}")
    except Exception:  # noqa: BLE001 - whatever is left is a bug, and is shown as one
        _fault(command)
    sys.exit(code if isinstance(code, int) else 0)


@contextmanager
def _no_search_for_garbage() -> Iterator[None]:
    """A program gives one answer and ends: what is left behind in circles meanwhile is little, and
    to look for it, now and at the end, took a twentieth of the time of a table.
    """
    was = gc.isenabled()
    gc.disable()
    atexit.register(gc.freeze)
    try:
        yield
    finally:
        if was:
            gc.enable()


def _write_no_more() -> None:
    """Point stdout elsewhere, so that nothing is written at exit either: the reader has gone."""
    with suppress(OSError):  # a stream in memory has no file behind it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def version_option(command: F) -> F:
    """The option ``--version``: the versions of the program and of the records."""

    def tell(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
        if asked and not ctx.resilient_parsing:
            from provisions.release import stamp

            click.echo(stamp())
            ctx.exit()

    return click.option(
        "--version",
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=tell,
        help="Show the versions of the program and of its records.",
    )(command)


def known(what: str, given: str, allowed: tuple[str, ...]) -> None:
    """Refuse a name that is none of the allowed, with the nearest. Raises `click.UsageError`."""
    if given not in allowed:
        from provisions.nearest import did_you_mean

        raise click.UsageError(
            f"no {what} is called {given!r}{did_you_mean(given, allowed)}; "
            f"known: {', '.join(allowed)}"
        )


def write(made: str | bytes, output: str | None, *, machine: bool = False) -> None:
    """Print what was made, or write it to a file whole or not at all.

    Text for a ``machine`` is UTF-8 whatever the console is set to. Raises `click.UsageError` for a
    file that cannot be written, for bytes on a terminal, and for letters the console cannot show.
    """
    if output is not None:
        _write_file(_encoded(made), output)
        return
    try:
        _print(made, machine=machine)
    except BrokenPipeError:  # click would call it a failure
        _write_no_more()
        sys.exit(0)


def _encoded(made: str | bytes) -> bytes:
    """What a file has of it: text is UTF-8, and ends in a line break."""
    return made if isinstance(made, bytes) else f"{made}\n".encode()


def _print(made: str | bytes, *, machine: bool) -> None:
    if sys.stdout is None:  # the caller has closed it
        return
    if isinstance(made, bytes):
        if sys.stdout.isatty():
            raise click.UsageError("this format is a file and no text: give --output FILE")
        sys.stdout.buffer.write(made)
    elif machine:
        click.echo(_encoded(made), nl=False)
    else:
        from provisions.terminal import plain, shown

        made = shown(made)
        encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        with suppress(UnicodeEncodeError):
            _say(made, encoding)
            return
        made = plain(made)
        try:
            _say(made, encoding)
        except UnicodeEncodeError as error:
            letter = made[error.start : error.start + 1]
            message = (
                f"this console ({encoding}) cannot show {letter!a}: give --output FILE, or set"
                " PYTHONIOENCODING=utf-8"
            )
            raise click.UsageError(message) from None


PIECE = 1 << 20
"""So many letters of a long text are printed at once: the matrix of 2,000 laws has 27 million."""


def _say(made: str, encoding: str) -> None:
    """Print a text, once it is known that every letter of it can be shown.

    Raises `UnicodeEncodeError`, with the whole text.
    """
    for start in range(0, len(made), PIECE):
        try:
            made[start : start + PIECE].encode(encoding)
        except UnicodeEncodeError as error:
            at = error.start + start
            raise UnicodeEncodeError(encoding, made, at, at + 1, error.reason) from None
    start = 0
    while 0 <= start < len(made):
        end = made.find("\n", start + PIECE) + 1 or len(made)
        click.echo(made[start:end], nl=False)
        start = end
    click.echo()


def _write_file(whole: bytes, output: str) -> None:
    """A file, by way of a temporary one of its own beside it; its mode and its links stay, and the
    temporary one goes, however the writing ends.
    """
    import signal
    import tempfile
    import threading

    part: str | None = None
    end = signal.getsignal(signal.SIGTERM)
    try:
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, _ended)
        target = Path(output)
        if target.is_dir():
            raise IsADirectoryError(21, "it is a folder", output)
        if target.exists() and not target.is_file():
            target.write_bytes(whole)  # a pipe or a device is written to, never replaced
            return
        target = target.resolve()  # a link stays a link: what it points to is written
        handle, part = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(whole)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(part, _mode(target))  # noqa: PTH101 - a path of the operating system's own making
        os.replace(part, target)  # noqa: PTH105 - as above
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        message = f"cannot write {output!r}: {why}; give --output a file in a folder that exists"
        raise click.UsageError(message) from None
    finally:
        if part is not None:
            with suppress(OSError):  # it is there no more, where all went well
                os.unlink(part)  # noqa: PTH108 - as above
        if signal.getsignal(signal.SIGTERM) is _ended:
            signal.signal(signal.SIGTERM, end)


def _ended(signum: int, _: object) -> NoReturn:
    """What SIGTERM does while a file is written: the process ends as by any other, and tidies."""
    sys.exit(128 + signum)


def _mode(target: Path) -> int:
    """The mode of the file that is replaced, or that of a new one."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
