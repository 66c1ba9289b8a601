"""`python -m bot`: the command line."""

from bot.commands import command_line

if __name__ == "__main__":
    command_line()
