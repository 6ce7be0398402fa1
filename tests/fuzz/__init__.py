"""Mutated files of every kind through reading, extraction and export: no traceback, no hang, no lost batch."""
