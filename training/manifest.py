"""Whether DATA holds what the manifest says, and whether it is what the shipped models saw."""

import hashlib
import json
import sys
from pathlib import Path

_MANIFEST = Path(__file__).with_name("data-manifest.json")


def require(data: Path, use: str) -> None:
    """Stops where a file for this use is missing; other files of the same form are but named."""
    files = [
        file for file in json.loads(_MANIFEST.read_text("utf-8"))["files"] if use in file["for"]
    ]
    missing = [file["path"] for file in files if not (data / file["path"]).is_file()]
    if missing:
        sys.exit(
            f"{data} lacks {', '.join(missing)}: training/data-manifest.json says what they are"
        )
    for file in files:
        if _sha256(data / file["path"]) != file["sha256"]:
            print(f"{file['path']} is another than the shipped models were made with", flush=True)


def _sha256(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
