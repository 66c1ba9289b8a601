import pytest


@pytest.fixture(autouse=True)
def spans(monkeypatch: pytest.MonkeyPatch) -> None:
    """python-telegram-bot warns of every span of time that it still gives as a number."""
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
