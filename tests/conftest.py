pytest_plugins = ["tests.postgres", "tests.town"]
