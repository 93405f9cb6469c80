"""Origins: how many independent origins stand behind an utterance, as a range, with its reasons."""

from onrecord.origins.sources import sources

__all__ = ["sources"]
