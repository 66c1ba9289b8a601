"""The directory as a file: the form, what is sent of it, and the officers whom it names."""
