"""gunicorn in production; each thread keeps one database connection."""

import os

bind = os.environ.get("BIND", "0.0.0.0:8000")  # a container has its own network
worker_class = "gthread"
workers = int(os.environ.get("WEB_WORKERS", "3"))
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True
control_socket_disable = True
accesslog = None  # the portal writes one line for each request itself
graceful_timeout = 20
timeout = 60
# A search for ten thousand pasted letters gets a page in words; the proxy bounds what reaches us.
limit_request_line = 0
max_requests = 5000
max_requests_jitter = 500
# Only the proxy reaches this port.
forwarded_allow_ips = os.environ.get("FORWARDED_ALLOW_IPS", "*")
