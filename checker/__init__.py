"""Shikaku Navi: answers from each health insurer's own rules, with the passage behind them.

The layers, each importing only those below it: `cli`; `commands`; `build` and `pages`; `authoring`; `engine`.
This file, and those on the way to `checker.build.bootstrap`, stay readable for old Pythons, so that
one that is too old can be told so.
"""
