"""Copies: what articles share, which statements report one speech act, and what changed on the way."""

from onrecord.copies.passages import passages

__all__ = ["passages"]
