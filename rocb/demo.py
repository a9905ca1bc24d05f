"""The demonstration sign-ins: who they are, and their one password.

The password is made at random once for each data folder, unless DEMO_PASSWORD is set. It is never
accepted with DEBUG off: rocb/accounts.py asks `is_demo()`.
"""

import os
import secrets
from pathlib import Path

DEMO_SIGNINS = [
    ("Head of office", "head@demo.example.org"),
    ("Officer", "officer@demo.example.org"),
    ("Attaché", "attache@demo.example.org"),
    ("Member coordinator, Papua New Guinea", "coordinator.pg@demo.example.org"),
    ("Head of customs, Papua New Guinea", "executive.pg@demo.example.org"),
    ("Donor, Asian Development Bank", "donor.adb@demo.example.org"),
    ("Expert", "expert@demo.example.org"),
    ("WCO Secretariat", "secretariat@demo.example.org"),
    ("Administrator", "administrator@demo.example.org"),
]
DEMO_DOMAIN = "demo.example.org"


def demo_password() -> str:
    """DEMO_PASSWORD, or the one kept in the data folder; made and kept (0600) on first use."""
    from django.conf import settings

    return os.environ.get("DEMO_PASSWORD") or kept_secret(
        Path(settings.DATA_DIR) / "demo-password", lambda: "-".join(words(4))
    )


def is_demo() -> bool:
    """Whether demonstration sign-ins are accepted on this installation at all."""
    from django.conf import settings

    return bool(settings.DEBUG and settings.DEMO)


def kept_secret(path: Path, make) -> str:
    """The text of the file; made once and readable to its owner alone."""
    try:
        return path.read_text().strip()
    except FileNotFoundError:
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    secret = make()
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:  # another process was quicker
        return path.read_text().strip()
    with os.fdopen(handle, "w") as file:
        file.write(secret + "\n")
    return secret


def words(count: int) -> list[str]:
    """Pronounceable random words of six letters, about 17 bits each."""
    return [
        "".join(secrets.choice("bdfgklmnprstv") + secrets.choice("aeiou") for _syllable in range(3))
        for _word in range(count)
    ]
