"""`python -m tests.rights` writes docs/rights.md from the table in bot/domain/rights.py."""

from pathlib import Path

from bot.domain.rights import as_page

PAGE = Path(__file__).parent.parent / "docs" / "rights.md"

if __name__ == "__main__":
    PAGE.write_text(as_page())
