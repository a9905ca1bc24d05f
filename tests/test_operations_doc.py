"""docs/operations.md names settings, commands and files: each of them is there, and is passed on."""

import re

from django.core.management import get_commands

from rocb.settings import BASE_DIR

DOC = (BASE_DIR / "docs" / "operations.md").read_text()
COMPOSE = (BASE_DIR / "docker-compose.yml").read_text()


def test_every_setting_that_may_stand_in_env_reaches_the_containers():
    """Compose fills in what it is told to fill in; a name that is only in .env changes nothing."""
    secrets = re.search(r"never into the repository\):\n\n((?: {4}.*\n)+)", DOC)[1]
    others = re.search(r"The other settings, all optional: (.*?)\.\n", DOC, re.DOTALL)[1]
    names = re.findall(r"^ +([A-Z_]+)=", secrets, re.MULTILINE)
    names += re.findall(r"`([A-Z_]+)`", others)
    names += re.findall(r"`([A-Z_]+)=", DOC.partition("| service |")[0])
    assert len(names) > 15
    assert [name for name in names if "${" + name not in COMPOSE] == []


def test_every_command_and_file_exists():
    commands = set(re.findall(r"manage\.py ([a-z_]+)", DOC))
    assert {"backup", "restore", "createsuperuser", "migrate"} <= commands <= set(get_commands())
    files = set(re.findall(r"\b(?:deploy|docs)/[\w./-]*\w", DOC)) - {"deploy/systemd"}
    assert len(files) > 3
    assert [name for name in files if not (BASE_DIR / name).exists()] == []
