"""`python -m tropegraph`."""

from tropegraph.cli import main

if __name__ == "__main__":
    main()
