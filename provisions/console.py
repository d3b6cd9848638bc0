"""What every command line shares: one line for a wrong call, quiet on a closed pipe, no
half-written file.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn

import click


def _fail(command: click.Command, error: click.ClickException) -> NoReturn:
    message = " ".join(error.format_message().split())
    click.echo(f"{command.name}: {message}", err=True)
    sys.exit(2)


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
        code = run(*args, standalone_mode=False, **kwargs)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help(), err=True)
        sys.exit(2)
    except click.ClickException as error:
        _fail(command, error)
    except click.Abort:
        sys.exit(130)
    except BrokenPipeError:
        # the reader has gone (| head): point stdout elsewhere, so that nothing is written at exit
        # either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:  # a full disk behind stdout
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        _fail(command, click.ClickException(f"cannot write: {error.strerror or error}"))
    sys.exit(code if isinstance(code, int) else 0)


def known(what: str, given: str, allowed: tuple[str, ...]) -> None:
    """Refuse a name that is none of the allowed, with the nearest. Raises `click.UsageError`."""
    if given not in allowed:
        from provisions.nearest import did_you_mean

        raise click.UsageError(
            f"no {what} is called {given!r}{did_you_mean(given, allowed)}; known: {', '.join(allowed)}"
        )


def write(text: str, output: str | None) -> None:
    """Print text, or write it to a file whole or not at all. Raises `click.UsageError` for a file
    that cannot be.
    """
    if output is None:
        encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
        click.echo(text.encode(encoding, "replace").decode(encoding))
        return
    target = Path(output)
    part: Path | None = None
    try:
        if target.is_dir():
            raise IsADirectoryError(21, "it is a folder", output)
        if (
            target.exists() and not target.is_file()
        ):  # a pipe or a device is written to, never replaced
            target.write_text(text + "\n", encoding="utf-8")
            return
        target = target.resolve()
        part = target.with_name(f".{target.name}.part")
        part.write_text(text + "\n", encoding="utf-8")
        part.replace(target)
    except (OSError, ValueError) as error:
        if part is not None and "\0" not in output:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        why = getattr(error, "strerror", None) or error
        message = f"cannot write {output!r}: {why}; give --output a file in a folder that exists"
        raise click.UsageError(message) from None
