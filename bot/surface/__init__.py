"""The seam between what the bot does and where people talk to it.

What arrives is data (`incoming`), what is shown is data (`screens`, `outgoing`), and `routes` says which handler takes
what. Handlers know these alone. An adapter (`bot/telegram/`) builds the one from its own updates and turns the other
into its own calls; limits and ways around them belong to the adapter.
"""
