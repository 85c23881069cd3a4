"""Everything that the other commands need, from a bare clone: `python3 -m checker.build.bootstrap`.

Standard library only, and nothing of the rest of the package: it runs before anything is installed.
"""
