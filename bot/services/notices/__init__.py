"""Notices: writing them, whom they are for, and what is done with one that was sent."""
