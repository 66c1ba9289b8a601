"""What a council is shown of its community: the table of two months, on a screen and as a page."""
