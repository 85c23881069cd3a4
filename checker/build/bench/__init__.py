"""Measurements of sizes and times, each module one subject, as rows with a budget and a named peer."""
