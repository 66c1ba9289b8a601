"""Logs: a line for each event, as JSON or for a terminal. Ids and numbers, never what people wrote, nor the token."""

import logging
import sys
import traceback
from pathlib import Path

import structlog

HERE = Path(__file__).parent.parent


def set_up(level: str, as_json: bool) -> None:
    """Configure logging for the process. Logs of libraries go the same way, from warnings upwards."""
    shared: list[structlog.typing.Processor] = [
        traced,
        structlog.processors.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    renderer: structlog.typing.Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False) if as_json else structlog.dev.ConsoleRenderer()
    )
    structlog.configure(
        processors=[*shared, renderer],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level.upper())),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)


def traced(_: object, __: str, event: structlog.typing.EventDict) -> structlog.typing.EventDict:
    """Replace a logged exception by its `trace`: libraries log it with its text."""
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["error"] = trace(error)
    return event


def trace(error: BaseException) -> str:
    """What failed and where, without the error's text, which may quote what people wrote. Of a group, its first."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames[-8:]]
    return f"{type(error).__module__}.{type(error).__qualname__} < " + " < ".join(reversed(places))


def _short(filename: str) -> str:
    path = Path(filename)
    return str(path.relative_to(HERE)) if path.is_relative_to(HERE) else path.name
