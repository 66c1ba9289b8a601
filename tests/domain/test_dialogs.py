"""What every kind of dialog declares."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.domain.dialogs import Dialog


@pytest.fixture
def flows(monkeypatch: pytest.MonkeyPatch) -> dict[str, type[Dialog]]:
    """Those of this test alone."""
    own: dict[str, type[Dialog]] = {}
    monkeypatch.setattr(Dialog, "flows", own)
    return own


def test_a_dialog_is_found_by_its_flow_also_when_dataclass_makes_its_class_again(
    flows: dict[str, type[Dialog]],
) -> None:
    @dataclass(frozen=True, slots=True)
    class Asking(Dialog, flow="ask", lasts=timedelta(minutes=1)):
        number: int

    assert flows == {"ask": Asking}
    assert (Asking.flow, Asking.lasts) == ("ask", timedelta(minutes=1))


def test_two_dialogs_do_not_share_a_flow(flows: dict[str, type[Dialog]]) -> None:
    class Asking(Dialog, flow="ask"):
        pass

    with pytest.raises(TypeError, match="share the flow ask"):

        class Answering(Dialog, flow="ask"):
            pass

    assert flows == {"ask": Asking}
