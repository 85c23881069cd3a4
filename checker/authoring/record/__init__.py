"""The record of rule changes: one file per insurer in `docs/changes/`, so that nothing changes silently."""
