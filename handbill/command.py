"""The command line: its words, its options, and the one place that prints and exits."""

from __future__ import annotations

import contextlib
import datetime
import io
import os
import re
import shlex
import sys
import traceback
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any

import click

from handbill import __version__
from handbill.campaign import Campaign
from handbill.console import Console
from handbill.leaving_out import leave_out_all_but
from handbill.pipeline import SITE, Built, build
from handbill.problems import CampaignError, has_errors, in_order
from handbill.publish import destination_of, publish
from handbill.read.campaign import read
from handbill.starter import start_campaign
from handbill.submission import CREDENTIAL, submit
from handbill.translating import accept, start_translation

_FAILED = 1
_SCRIPT = "build.py"
_PORT = 8000


@dataclass(frozen=True)
class Options:
    """The options that every word takes, before it or after it."""

    folder: Path
    strict: bool = False
    quiet: bool = False

    def and_also(self, folder: Path | None, strict: bool, quiet: bool) -> Options:
        """These, with those given after the word."""
        return replace(
            self,
            folder=folder or self.folder,
            strict=strict or self.strict,
            quiet=quiet or self.quiet,
        )


def _options(command: Callable[..., None]) -> Callable[..., None]:
    folder = click.Path(exists=True, file_okay=False, path_type=Path)

    @click.option("-C", "folder", metavar="DIR", type=folder, help="The campaign's folder.")
    @click.option("--strict", is_flag=True, help="Treat warnings as errors.")
    @click.option("--quiet", is_flag=True, help="Print problems alone.")
    @wraps(command)
    def with_options(folder: Path | None, strict: bool, quiet: bool, **others: Any) -> None:
        context = click.get_current_context()
        given = context.obj or Options(Path())
        context.obj = given.and_also(folder, strict, quiet)
        command(**others)

    return with_options


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="handbill")
@_options
def handbill() -> None:
    """Make a web page and printed flyers of a campaign. Without a word it builds."""
    context = click.get_current_context()
    if context.invoked_subcommand is None:
        _build(context.obj, dry=False)


_TO_PUBLISH = click.option(
    "--to-publish", is_flag=True, help="Refuse what is left of the sample, as publish does."
)


@handbill.command("build")
@_TO_PUBLISH
@_options
def build_word(to_publish: bool) -> None:
    """Build the campaign into output/site/."""
    _build(click.get_current_context().obj, dry=False, publishing=to_publish)


@handbill.command("check")
@_TO_PUBLISH
@_options
def check_word(to_publish: bool) -> None:
    """Find every problem, and write nothing."""
    _build(click.get_current_context().obj, dry=True, publishing=to_publish)


@handbill.command("new")
@click.argument("directory", type=click.Path(path_type=Path))
@_options
def new_word(directory: Path) -> None:
    """Start another campaign in DIRECTORY, about any cause."""
    context = click.get_current_context()
    with _telling_problems(Console(quiet=context.obj.quiet), unbuilt=False):
        start_campaign(directory, _today())
    if not context.obj.quiet:
        command = context.find_root().info_name
        command = f"python3 {command}" if command == _SCRIPT else command
        click.echo(f"A new campaign stands in {directory}. Open its config.yaml first.")
        click.echo(f"To build it: {command} -C {shlex.quote(str(directory))}")


@handbill.command("credential")
@_options
def credential_word() -> None:
    """Make the packet that earns the credential, and tell what is missing."""
    options = click.get_current_context().obj
    console = Console(quiet=options.quiet, campaign=options.folder)
    with _telling_problems(console, unbuilt=True):
        submission = submit(options.folder, _today(), console, strict=options.strict)
    console.problems(submission.problems)
    console.readiness(submission, options.folder / "output" / CREDENTIAL)
    if not submission.dossier.is_ready:
        sys.exit(_FAILED)


@handbill.command("serve")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=_PORT,
    metavar="NUMBER",
    help=f"Where on this computer, if not at {_PORT}.",
)
@click.option("--no-browser", is_flag=True, help="Do not open a browser.")
@_options
def serve_word(port: int, no_browser: bool) -> None:
    """Show the campaign in a browser, and build it anew with each change."""
    from handbill.preview.serve import serve  # noqa: PLC0415 - only a preview needs what it needs

    options = click.get_current_context().obj
    console = Console(quiet=options.quiet, campaign=options.folder)
    opens = not no_browser and sys.stdout.isatty()
    with _telling_problems(console, unbuilt=False), contextlib.suppress(KeyboardInterrupt):
        for address in serve(options.folder, port, _today, console, strict=options.strict):
            console.previewed(address)
            if opens:
                webbrowser.open(address)


@handbill.command("publish")
@click.option("--remote", metavar="NAME", default="origin", help="The git remote to publish to.")
@_options
def publish_word(remote: str) -> None:
    """Build the campaign, and push it to the branch gh-pages."""
    options = click.get_current_context().obj
    console = Console(quiet=options.quiet, campaign=options.folder)
    with _telling_problems(console, unbuilt=False):
        destination = destination_of(options.folder, remote)
    built = _build(options, dry=False, publishing=True)
    with _telling_problems(console, unbuilt=False):
        console.published(publish(destination, built.url, console), built.url)


@handbill.command("translations")
@click.option("--new", "language", metavar="LANG", help="Make the files of a new language.")
@click.option("--accept", "accepted", metavar="FILE", multiple=True, help="Mark FILE up to date.")
@click.option(
    "--keep", "kept", metavar="LANG", multiple=True, help="Keep it; remove the files of all others."
)
@click.option("--yes", "agreed", is_flag=True, help="Remove them without asking.")
@click.argument("more", metavar="", nargs=-1)
@_options
def translations_word(
    language: str | None,
    accepted: tuple[str, ...],
    kept: tuple[str, ...],
    agreed: bool,
    more: tuple[str, ...],
) -> None:
    """List how far each translation is."""
    if more and not (kept or accepted):
        raise click.UsageError(f"Got unexpected extra argument ({more[0]})")
    if kept and accepted:
        raise click.UsageError("--keep and --accept are two commands: write one after the other")
    options = click.get_current_context().obj
    console = Console(quiet=options.quiet, campaign=options.folder)
    with _telling_problems(console, unbuilt=False):
        if kept:
            codes = [code for given in (*kept, *more) for code in re.split("[, ]+", given)]
            _leave_out(options.folder, codes, console, agreed=agreed)
        campaign = _campaign(options.folder)
        if language:
            console.written(start_translation(campaign, language))
        if accepted:
            accept(campaign, [_within(options.folder, path) for path in (*accepted, *more)])
        console.standings(_campaign(options.folder))


def _leave_out(folder: Path, kept: Sequence[str], console: Console, *, agreed: bool) -> None:
    """Show what leaving languages out takes, and do it when the leader agrees."""
    campaign, problems = read(folder)
    if campaign is None:
        raise CampaignError(in_order(problems))
    leaving_out = leave_out_all_but(campaign, kept)
    # What is wrong in a file that goes is no reason to keep it.
    staying = [problem for problem in problems if problem.place.path not in leaving_out.removed]
    if has_errors(staying):
        raise CampaignError(in_order(staying))
    if leaving_out.is_nothing:
        return
    console.leaving_out(leaving_out)
    if not agreed and not _agrees(leaving_out.question):
        click.echo("Nothing was changed.")
        sys.exit(_FAILED)
    leaving_out.carry_out()
    console.left_out(leaving_out)


def _agrees(question: str) -> bool:
    try:
        return click.confirm(question)
    except click.Abort:  # Ctrl and C, or nobody there to answer
        click.echo()
        return False


def _campaign(folder: Path) -> Campaign:
    """The campaign in a folder. Raises CampaignError when a file of it cannot be read."""
    campaign, problems = read(folder)
    if campaign is None or has_errors(problems):
        raise CampaignError(in_order(problems))
    return campaign


def _within(folder: Path, path: str) -> str:
    """A file's path as the campaign has it, wherever the command was given."""
    file = Path(path).resolve()
    inside = folder.resolve()
    if file.is_file() and file.is_relative_to(inside):
        return file.relative_to(inside).as_posix()
    return Path(path).as_posix()


def _build(options: Options, *, dry: bool, publishing: bool = False) -> Built:
    console = Console(quiet=options.quiet, campaign=options.folder)
    with _telling_problems(console, unbuilt=True):
        built = build(
            options.folder,
            _today(),
            console,
            strict=options.strict,
            dry=dry,
            publishing=publishing,
        )
    console.problems(built.warnings)
    console.summary(built, None if dry else options.folder / "output" / SITE / "index.html")
    return built


@contextmanager
def _telling_problems(console: Console, *, unbuilt: bool) -> Iterator[None]:
    """Print the problems that end a run, and exit."""
    try:
        yield
    except CampaignError as wrong:
        console.problems(wrong.problems, unbuilt=unbuilt)
        sys.exit(_FAILED)


def _today() -> datetime.date:
    """The day of the build; SOURCE_DATE_EPOCH (seconds) fixes it for a build made again."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.date.today()  # the leader's own day, wherever she is
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.timezone.utc).date()
    except (ValueError, OverflowError, OSError) as wrong:
        says = f"SOURCE_DATE_EPOCH is {epoch!r}, which is not a time in seconds."
        raise click.UsageError(says) from wrong


def main() -> None:
    """Run the command. Exit status: 0 done, 1 problems and nothing written, 2 wrong usage."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal may know fewer letters than we do
    try:
        handbill(prog_name=_SCRIPT if sys.argv[0].endswith(_SCRIPT) else "handbill")
    except Exception as defect:
        frame = traceback.extract_tb(defect.__traceback__)[-1]
        click.echo(
            f"Handbill has a defect: {type(defect).__name__}: {defect}\n"
            f"  at {Path(frame.filename).name}, line {frame.lineno}\n"
            "  hint: please report it, with these lines and what you changed last",
            err=True,
        )
        sys.exit(_FAILED)
