"""The demo: one case from the first press to the rating, played by simulated people against the real bot.

`process` runs the bot as a process of its own, `cast` is whoever takes part and comes in through the front door,
`story` is what they do, `stage` prints it.
"""
