"""Copies: what articles share, which statements report one speech act, and what changed on the way."""

from onrecord.copies.drift import drift
from onrecord.copies.passages import passages
from onrecord.copies.utterances import utterances
from onrecord.copies.wording import Difference, differences

__all__ = ["Difference", "differences", "drift", "passages", "utterances"]
