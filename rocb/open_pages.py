"""The one list of addresses that open without a sign-in. Everything else is closed."""

# Names as in `resolver_match.view_name`.
OPEN_NAMES = frozenset(
    {
        "desk",  # the public home for those who are not signed in
        "health",
        "ready",
        "invitation",
        "set-language",
        "help",  # guides hold no records
        "help-guide",
        "programmes:nomination-answer",  # carries a signed link of its own
        "programmes:nomination-answer-letter",  # the same link
        "certificate-check",
        "certificate",  # carries a code that nobody can guess
        "certificate-pdf",  # the same code
        "missions:place-answer",  # carries a signed link of its own
        "donors:activity-list",  # what has been published, to those who are not signed in
        "donors:activity-detail",
        "donors:activity-pdf",
        "programmes:resource-answer",  # the same
        "programmes:calendar",  # what has been announced is for everybody
        "programmes:calendar-feed",
        "programmes:calendar-event",
        "programmes:calendar-event-file",
        "programmes:answer",  # carries a signed link of its own
        "deadlines-feed",  # carries its own secret key
        "reports:report-list",  # what is public; the rest as the reader's rights allow
        "reports:report-detail",
        "reports:file",
        "reports:cite",
        "reports:atom",
        "reports:oai",
        "reports:figures",  # totals of a region; nothing of what stands behind them
        "reports:figure",
        "reports:figures-json",
        "reports:newsletter-list",
        "reports:newsletter-detail",
        "reports:newsletter-subscribe",
        "reports:newsletter-subscribed",
        "reports:newsletter-confirm",  # these two carry signed links of their own
        "reports:newsletter-leave",
        "account_login",
        "account_logout",
        "account_inactive",
        "account_reset_password",
        "account_reset_password_done",
        "account_reset_password_from_key",
        "account_reset_password_from_key_done",
        "mfa_authenticate",
        "mfa_login_webauthn",
    }
)
# The API answers for itself, with 401 and not with a sign-in page.
OPEN_PREFIXES = ("/api/v1/", "/api/schema/")


def is_open(request) -> bool:
    """Whether this request may go on without a sign-in."""
    match = request.resolver_match
    return bool(match and match.view_name in OPEN_NAMES) or request.path.startswith(OPEN_PREFIXES)
