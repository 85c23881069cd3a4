"""The commands of `python -m checker`, one module each: what it takes (`prepare`) and what it does (`run`).

They read and print; the work is done by the layers below.
"""
