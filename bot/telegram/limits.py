"""Telegram's limits, which nothing outside the adapter knows. Texts are measured in UTF-16 units."""

TEXT = 4096
CAPTION = 1024
ALBUM = 10
FETCHED = 20 * 1024**2  # bytes of a file that a bot may fetch
UPLOADED = 50 * 1024**2  # bytes of files that go with one call
BUTTON = 64  # bytes that a button carries
ALERT = 200  # what is said over the screen after a press
DELETED_TOGETHER = 100  # messages of one call
THREAD_NAME = 128
