"""The application: sources, library, screens, command line."""
