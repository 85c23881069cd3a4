"""The rules, tables and passages as data for anybody, with their schemas."""
