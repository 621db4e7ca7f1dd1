"""`python -m charterkit` is the command `charter`."""

from charterkit.commands import main

main()
