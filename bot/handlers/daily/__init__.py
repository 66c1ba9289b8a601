"""The daily letter to coordinators."""
