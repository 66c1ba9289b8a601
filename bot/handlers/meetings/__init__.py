"""Meetings: what who organises one sees and does, and what the councils that are invited see and answer."""
