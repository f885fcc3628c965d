"""Values -> Reply. Pure; one file for each thing shown. Every text is a message of `locales/`."""
