"""Answers that take as long whether somebody is known here or not."""

import time
from functools import wraps

# Seconds: more than the work behind such an answer takes, less than anybody minds.
PACE = 0.3


def at_one_pace(view):
    """A post is answered `PACE` seconds after it came, so that its time tells nothing."""

    @wraps(view)
    def paced(request, *args, **kwargs):
        began = time.monotonic()
        response = view(request, *args, **kwargs)
        if request.method == "POST":
            time.sleep(max(0.0, began + PACE - time.monotonic()))
        return response

    return paced
