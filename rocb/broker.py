"""The line to the broker, made to outlive it.

When the broker goes away while a task runs, the line on which the task came is given up. What is
still said on it afterwards (the task is done; these go back) made kombu stumble over its own missing
address, an error that it takes for a fault of the program: the worker ended, or hung at its end for
as long as the longest task. Said as what it is, a lost connection, kombu knows what to do.
"""

from typing import Any

from kombu.transport import redis
from redis.exceptions import ConnectionError as ConnectionLost


class Channel(redis.Channel):
    """A channel that knows when its connection was given up."""

    def _connparams(self, asynchronous: bool = False) -> dict[str, Any]:
        if self.connection is None or self.connection.client is None:
            raise ConnectionLost("The connection to the broker was given up.")
        return super()._connparams(asynchronous=asynchronous)


class Transport(redis.Transport):
    """Redis or Valkey, with these channels."""

    Channel = Channel
