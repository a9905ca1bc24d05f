#!/usr/bin/env python
"""Django's command line for the portal; beside a portal that runs here it works on that one."""

import os
import sys
from pathlib import Path

if __name__ == "__main__":
    from rocb import environment

    environment.learn(Path(__file__).resolve().parent)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rocb.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
