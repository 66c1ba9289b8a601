"""Small mistakes put into the bot's code one by one, to see whether a test fails on each (`make mutants`)."""
