"""The programs that `make run` starts: one process each, with a log, started again when asked."""

import os
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from rocb.embedded import spawn, stop_process

BASE_DIR = Path(__file__).resolve().parent.parent
LOG_BYTES = 5_000_000
# What ends by itself more often than this within a minute is not started again.
MOST_ENDS = 5


class LaunchError(RuntimeError):
    """The portal cannot start, or has stopped; the message is one sentence for a person."""


def say(text: str = "") -> None:
    """Print, even if nobody listens any more."""
    with suppress(OSError, ValueError):
        print(text, flush=True)


@dataclass
class Program:
    """A program of the portal with its log; it can be started again after it has ended."""

    name: str
    log: Path
    command: list[str]
    environment: dict[str, str]
    process: subprocess.Popen = field(init=False)
    ends: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Start it; what it says is added to its log."""
        if self.log.exists() and self.log.stat().st_size > LOG_BYTES:
            self.log.replace(self.log.with_suffix(".1.log"))
        with self.log.open("ab") as log:
            self.process = spawn(
                self.command,
                cwd=BASE_DIR,
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def is_running(self) -> bool:
        return self.process.poll() is None

    def stop(self) -> None:
        """Wait for its end; children that a killed one has left behind go with it."""
        stop_process(self.process)
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)

    def __str__(self) -> str:
        return f"{self.name} (see {self.log})"

    def start_again(self) -> None:
        """If it has ended, unless it does so over and over again: then LaunchError."""
        if self.is_running():
            return
        now = time.monotonic()
        self.ends = [*(moment for moment in self.ends if now - moment < 60), now]
        if len(self.ends) > MOST_ENDS:
            raise LaunchError(f"{self} ends over and over again, so the portal stops.")
        say(f"{self} has ended by itself and is started again.")
        self.start()
