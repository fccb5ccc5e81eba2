"""Runs the steps of a build one after another, says how long each took, and skips what an earlier run has made."""

import hashlib
import json
import time
from collections.abc import Callable
from pathlib import Path


class Build:
    """A step is made again when its settings, or those of any step before it, are not those of the files found."""

    def __init__(self, folder: Path, say: Callable[[str], None] = print) -> None:
        self._folder = folder
        self._say = say
        self._started = time.monotonic()
        self._fingerprint = ""
        folder.mkdir(parents=True, exist_ok=True)

    def file(self, name: str) -> Path:
        return self._folder / name

    def report(self, line: str) -> None:
        self._say(f"[{time.monotonic() - self._started:6.0f} s] {line}")

    def step(self, name: str, outputs: list[str], settings: dict, make: Callable[[], None]) -> None:
        """make() writes the outputs (file names in the build folder). Settings must be plain JSON values."""
        content = json.dumps([self._fingerprint, name, settings], sort_keys=True)
        self._fingerprint = hashlib.sha256(content.encode()).hexdigest()
        stamp = self.file(f"{name}.stamp")
        made = stamp.exists() and stamp.read_text() == self._fingerprint
        if made and all(self.file(output).exists() for output in outputs):
            self.report(f"{name}: made before, kept")
            return
        stamp.unlink(missing_ok=True)  # an interrupted step must not look finished
        self.report(f"{name}: starting")
        make()
        stamp.write_text(self._fingerprint)
        self.report(f"{name}: done")
