"""The ground the suite stands on works itself."""

import smtplib
import socket

import pytest


def test_nothing_leaves_the_machine():
    with pytest.raises(OSError, match="only loopback is open"):
        socket.create_connection(("192.0.2.1", 80), timeout=1)


def test_mail_server_collects_and_refuses(smtp):
    smtp.refuse("gone@example.org")
    with smtplib.SMTP("127.0.0.1", smtp.port) as line:
        refused = line.sendmail(
            "a@example.org", ["here@example.org", "gone@example.org"], "Subject: Hello\n\nText\n"
        )
    assert list(refused) == ["gone@example.org"]
    assert [message["Subject"] for message in smtp.to("here@example.org")] == ["Hello"]


def test_mail_server_drops_the_line(smtp):
    smtp.drop()
    line = smtplib.SMTP("127.0.0.1", smtp.port)
    with pytest.raises(smtplib.SMTPServerDisconnected):
        line.sendmail("a@example.org", ["b@example.org"], "Subject: x\n\ny\n")
    line.close()
    assert smtp.messages == []
