"""The demo: the simulator and the real bot as two processes on one machine.

By hand, in the browser: `page`. Or as a story in the terminal, from the first press to a reminder: `story`, which
`stage` prints. Both ways `process` and `backstage` run the `bot`, whose `clock` can be moved, and `cast` are the
people who use it, from their first message on.
"""
