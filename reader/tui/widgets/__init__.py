"""Widgets: what a screen is made of, one a file."""
