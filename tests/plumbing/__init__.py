"""What the suite stands on: servers, network guard, mail server, browser.

Loaded with `-p tests.plumbing` (pyproject.toml), since the servers have to be up before Django's
settings are read. The cast and everything about the portal itself is in tests/conftest.py.
"""

from tests.plumbing.browser import *  # noqa: F403
from tests.plumbing.emptying import *  # noqa: F403
from tests.plumbing.mail import *  # noqa: F403
from tests.plumbing.servers import *  # noqa: F403
