# `make pin` writes the digest behind the tag.
ARG PYTHON=python:3.11-slim

FROM ${PYTHON} AS packages
WORKDIR /build
COPY requirements.txt .
RUN python -m venv /venv \
 && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.txt

FROM ${PYTHON}
# With --build-arg FFMPEG= the image is without it: video and audio cannot be cleaned then.
ARG FFMPEG=ffmpeg
# hadolint ignore=DL3008
RUN if [ -n "${FFMPEG}" ]; then \
      apt-get update && apt-get install --yes --no-install-recommends "${FFMPEG}" && rm -rf /var/lib/apt/lists/*; \
    fi
RUN groupadd --gid 10001 bot && useradd --uid 10001 --gid bot --no-create-home bot \
 && install --directory --owner bot --group bot /data /backups \
 && install --directory --owner bot --group bot --mode 700 /keys
COPY --from=packages /venv /venv
WORKDIR /app
COPY . .
ENV PATH=/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    BOT_DATABASE=sqlite:////data/bot.sqlite3 \
    BOT_KEYS_FILE=/keys/keys.json \
    BOT_ERASURE_LIST=/backups/erasures.txt \
    BOT_WEB_HOST=0.0.0.0 \
    BOT_WEB_PORT=8080
USER 10001:10001
VOLUME ["/data", "/keys", "/backups"]
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["python", "-c", "import os, urllib.request as web; web.urlopen(f'http://127.0.0.1:{os.environ[\"BOT_WEB_PORT\"]}/healthz', timeout=4)"]
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]
