"""What every kind of dialog declares, and how it begins."""

from datetime import timedelta

import pytest

from bot.domain.case_dialogs import AddingToCase, HoldingText
from bot.domain.case_letters import Delivered, MessageText
from bot.domain.dialogs import Dialog
from bot.domain.ids import CaseId, CaseMessageId


@pytest.fixture
def flows(monkeypatch: pytest.MonkeyPatch) -> dict[str, type[Dialog]]:
    """Those of this test alone."""
    own: dict[str, type[Dialog]] = {}
    monkeypatch.setattr(Dialog, "flows", own)
    return own


def test_a_dialog_is_found_by_its_flow(flows: dict[str, type[Dialog]]) -> None:
    class Asking(Dialog, flow="ask", lasts=timedelta(minutes=1)):
        pass

    assert flows == {"ask": Asking}
    assert (Asking.flow, Asking.lasts) == ("ask", timedelta(minutes=1))


def test_two_dialogs_do_not_share_a_flow(flows: dict[str, type[Dialog]]) -> None:
    class Asking(Dialog, flow="ask"):
        pass

    with pytest.raises(TypeError, match="share the flow ask"):

        class Answering(Dialog, flow="ask"):
            pass

    assert flows == {"ask": Asking}


def test_the_same_dialog_may_be_made_again_as_dataclasses_with_slots_are(flows: dict[str, type[Dialog]]) -> None:
    class Asking(Dialog, flow="ask"):
        pass

    again = type("Asking", (Dialog,), {"flow": "ask", "lasts": None, "__qualname__": Asking.__qualname__})
    assert flows == {"ask": again}


def test_the_next_messages_are_for_a_chosen_case_for_a_quarter_of_an_hour() -> None:
    assert AddingToCase.lasts == timedelta(minutes=15)


def test_what_has_not_been_sent_is_no_message_yet() -> None:
    assert HoldingText(()).asked_in == 0
    assert MessageText(CaseMessageId(1)).said_as == 0
    assert Delivered(CaseId(1), CaseMessageId(1)).said_as == 0
