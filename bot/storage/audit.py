"""Who opened or changed what. Append-only; names no resident."""

from bot.storage.transaction import Transaction


def write(tx: Transaction, who: str, act: str, subject: str) -> None:
    """`who` is `officer:7`, `coordinator:3`, `operator` or `resident`; `subject` is `case:12` and the like."""
    tx.later(
        "insert into audit(at, who, act, subject) values (:now, :who, :act, :subject)",
        now=tx.now,
        who=who,
        act=act,
        subject=subject,
    )
