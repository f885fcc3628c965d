# Built in one image, run in another that holds Python, the wheel and what it needs: no compiler, no pip cache, no root.
FROM python:3.13.7-slim-trixie AS build
WORKDIR /build
COPY requirements.lock requirements-build.lock ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
RUN python -m venv /tools && /tools/bin/pip install --no-cache-dir --require-hashes -r requirements-build.lock
COPY pyproject.toml README.md CHANGELOG.md ./
COPY bot bot
COPY storage storage
COPY sandbox sandbox
COPY locales locales
RUN /tools/bin/pip wheel --no-cache-dir --no-deps --no-build-isolation --wheel-dir /wheels . \
 && /venv/bin/pip install --no-cache-dir --no-deps /wheels/*.whl

FROM python:3.13.7-slim-trixie
RUN useradd --system --uid 10001 --home-dir /data --shell /usr/sbin/nologin bot \
 && install -d -o bot -g bot -m 0700 /data
COPY --from=build /venv /venv
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 DATA_DIR=/data HTTP_LISTEN=127.0.0.1:8080
USER bot
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
# Asked inside the container, so it needs no port to the outside.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 CMD ["bytesflows-bot", "health"]
ENTRYPOINT ["bytesflows-bot"]
CMD ["run"]
