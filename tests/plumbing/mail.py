"""A real SMTP server on loopback that can be well, refuse an address, hang, or drop the line."""

import asyncio
from email import message_from_bytes
from email.message import Message
from email.policy import default

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP

__all__ = ["smtp"]


class PostOffice:
    """What arrived, and how the server is to behave from now on."""

    def __init__(self) -> None:
        self.messages: list[Message] = []
        self.recipients: list[str] = []
        self.refused: set[str] = set()
        self.unknown: set[str] = set()  # told to come again, once
        self.hangs_for = 0.0  # seconds before the answer to DATA
        self.is_hanging = False  # just now
        self.drops = False  # hang up in the middle of DATA

    def refuse(self, address: str) -> None:
        """Answer 550 to this recipient."""
        self.refused.add(address.lower())

    def greylist(self, address: str) -> None:
        """Answer 450 to this recipient the first time."""
        self.unknown.add(address.lower())

    def hang(self, seconds: float) -> None:
        """Say nothing for so long after each message."""
        self.hangs_for = seconds

    def drop(self, drops: bool = True) -> None:
        """Hang up in place of accepting a message."""
        self.drops = drops

    def clear(self) -> None:
        """Forget what arrived."""
        self.messages.clear()
        self.recipients.clear()

    def to(self, address: str) -> list[Message]:
        """The messages that this address got."""
        pairs = zip(self.recipients, self.messages, strict=True)
        return [message for to, message in pairs if to == address]

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        """Accept or refuse a recipient."""
        if address.lower() in self.refused:
            return "550 5.1.1 No such mailbox here"
        if address.lower() in self.unknown:
            self.unknown.remove(address.lower())
            return "450 4.2.0 Greylisted, try again later"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session, envelope):  # noqa: N802
        """Keep a message, one entry for each recipient."""
        if self.hangs_for:
            self.is_hanging = True
            await asyncio.sleep(self.hangs_for)
            self.is_hanging = False
        if self.drops:
            server.transport.abort()
            return "421 Gone"
        for address in envelope.rcpt_tos:
            self.recipients.append(address)
            self.messages.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"


@pytest.fixture
def smtp(settings):
    """A running PostOffice; Django's real SMTP backend is pointed at it."""
    from rocb.embedded import free_port

    office = PostOffice()
    controller = Controller(office, hostname="127.0.0.1", port=free_port())
    controller.start()
    office.port = controller.port
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", controller.port
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    yield office
    controller.stop(no_assert=True)
