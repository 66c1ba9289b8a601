"""What `make pin` writes into Dockerfile and compose.yaml."""

import stat
from pathlib import Path

import pytest

from tests import pin

DIGEST, NEWER = f"sha256:{'a' * 64}", f"sha256:{'b' * 64}"
BOTH = {"python:3.11-slim", "postgres:18"}


def test_every_image_that_is_fetched_gets_its_digest_and_ours_does_not() -> None:
    asked: set[str] = set()

    def digest_of(tag: str) -> str:
        asked.add(tag)
        return DIGEST

    texts = [pin.pinned(file.read_text(), digest_of) for file in pin.FILES]
    assert asked == BOTH
    assert f"ARG PYTHON=python:3.11-slim@{DIGEST}\n" in texts[0]
    assert f"    image: postgres:18@{DIGEST}\n" in texts[1]
    assert "  image: hromada-bot\n" in texts[1]
    assert [pin.pinned(text, lambda _: NEWER) for text in texts] == [text.replace(DIGEST, NEWER) for text in texts]


def test_every_stage_is_built_from_the_image_that_is_pinned() -> None:
    stages = [line for line in pin.FILES[0].read_text().splitlines() if line.startswith("FROM ")]
    assert {stage.split()[1] for stage in stages} == {"${PYTHON}"}


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (None, "Here is no Docker"),
        ("echo 'Cannot connect to the Docker daemon' >&2; exit 1", "Cannot connect to the Docker daemon"),
        ("test $1 = pull || echo '[]'", "the engine knows no digest of it"),
    ],
)
def test_without_an_engine_nothing_is_written_and_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str | None, said: str
) -> None:
    file = tmp_path / "Dockerfile"
    file.write_text("ARG PYTHON=python:3.11-slim\n")
    monkeypatch.setattr(pin, "FILES", (file,))
    monkeypatch.setenv("PATH", str(with_docker(tmp_path, script)))
    with pytest.raises(SystemExit, match=said):
        pin.main()
    assert file.read_text() == "ARG PYTHON=python:3.11-slim\n"


def test_the_engines_digest_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "Dockerfile"
    file.write_text("ARG PYTHON=python:3.11-slim\n")
    monkeypatch.setattr(pin, "FILES", (file,))
    monkeypatch.setenv("PATH", str(with_docker(tmp_path, f"test $1 = pull || echo '[\"python@{DIGEST}\"]'")))
    pin.main()
    assert file.read_text() == f"ARG PYTHON=python:3.11-slim@{DIGEST}\n"


def with_docker(folder: Path, script: str | None) -> Path:
    """A folder of programs in which `docker` does this, or is not."""
    programs = folder / "bin"
    programs.mkdir()
    if script is not None:
        docker = programs / "docker"
        docker.write_text(f"#!/bin/sh\n{script}\n")
        docker.chmod(stat.S_IRWXU)
    return programs
