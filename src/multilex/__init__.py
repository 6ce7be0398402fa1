"""Turn Kazakhstani trilingual journal papers and issues into structured, aligned records."""

__version__ = "0.1.0"
