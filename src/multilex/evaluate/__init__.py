"""Evaluate: records against gold. The figures in the README come from here."""

from multilex.evaluate.render import render
from multilex.evaluate.report import Report
from multilex.evaluate.run import evaluate

__all__ = ["Report", "evaluate", "render"]
