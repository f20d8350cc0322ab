"""`python -m reader.cli`: the command line without the installed command."""

import sys

from reader.cli import main

sys.exit(main())
