"""The demo: the simulator and the real bot as two processes, on the machine of whoever wants to see it.

By hand, in the browser: `page`. Or as a story in the terminal, from the first press to a reminder: `story`, which
`stage` prints. Both ways `process` and `backstage` run the `bot`, whose `clock` can be moved, and `cast` is whoever
works with it and comes in through the front door.
"""
