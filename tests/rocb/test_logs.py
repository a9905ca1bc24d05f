"""Logs tell what went wrong, and nobody's secrets."""

import logging

import pytest

from rocb.logs import log_settings


@pytest.mark.parametrize("json", [True, False])
def test_a_traceback_holds_no_values(json, capsys):
    settings = log_settings(json=json, level="INFO")
    formatter = settings["formatters"]["lines"]
    handler = logging.StreamHandler()
    handler.setFormatter(
        formatter["()"](
            foreign_pre_chain=formatter["foreign_pre_chain"], processors=formatter["processors"]
        )
    )
    logger = logging.Logger("test")
    logger.addHandler(handler)
    password = "correct horse"  # noqa: F841
    try:
        raise ValueError("broken")
    except ValueError:
        logger.exception("it failed")
    written = capsys.readouterr().err
    assert "ValueError" in written
    assert "correct horse" not in written
