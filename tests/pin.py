"""`make pin` (`python -m tests.pin`) writes the digests of the images into Dockerfile and compose.yaml.

A tag may point to another image tomorrow; a digest never does. It is asked from a Docker engine, which fetches the
image; running it again moves to what the tag means then.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILES = (ROOT / "Dockerfile", ROOT / "compose.yaml")
# `ARG PYTHON=python:3.11-slim` and `image: postgres:18`, pinned already or not; an image of our own has no tag.
IMAGE = re.compile(r"^(?P<before>ARG \w+=| *image: )(?P<tag>[\w./-]+:[\w.-]+)(?:@sha256:[0-9a-f]{64})?$", re.MULTILINE)


class NoDigest(Exception):
    """The engine does not say it; the text is for the person who asked."""


def pinned(text: str, digest_of: Callable[[str], str]) -> str:
    """The text of a file with the digest of every image that it names by a tag. Raises NoDigest."""
    return IMAGE.sub(lambda found: f"{found['before']}{found['tag']}@{digest_of(found['tag'])}", text)


def from_docker(tag: str) -> str:
    """The digest of the image that this tag means now, for all platforms. Raises NoDigest."""
    docker("pull", "--quiet", tag)
    known = json.loads(docker("image", "inspect", "--format", "{{json .RepoDigests}}", tag))
    digests = [str(each).partition("@")[2] for each in known or ()]
    if not digests:
        raise NoDigest(f"{tag}: the engine knows no digest of it")
    return digests[0]


def docker(*arguments: str) -> str:
    """What the client prints. Raises NoDigest."""
    try:
        done = subprocess.run(["docker", *arguments], capture_output=True, text=True, check=False)  # noqa: S607
    except OSError:
        raise NoDigest("Here is no Docker: run this where there is one, and commit what it changes.") from None
    if done.returncode:
        said = done.stderr.strip().splitlines()
        raise NoDigest(f"Docker cannot say the digest: {said[-1] if said else 'it says nothing'}")
    return done.stdout


def main() -> None:
    try:
        changed = {file: pinned(file.read_text(encoding="utf-8"), from_docker) for file in FILES}
    except NoDigest as error:
        sys.exit(f"Nothing is pinned. {error}")
    for file, text in changed.items():
        file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
