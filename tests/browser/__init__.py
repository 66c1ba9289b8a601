"""The page of telephones in a real browser, as a person would use it."""
