"""Who the source words stand for: rules on the article's own words, no model."""

from onrecord.speakers.speak import name_speakers, resolve

__all__ = ["name_speakers", "resolve"]
