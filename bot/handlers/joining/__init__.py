"""How a community joins: what its council and its coordinators see of it and do."""
