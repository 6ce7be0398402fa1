"""How a word sounds; see `multilex.packs.sounds`."""

from multilex.packs.sounds import sounds

__all__ = ["sounds"]
