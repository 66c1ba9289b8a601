"""The priorities of an area: the officer's plan for a half-year."""
