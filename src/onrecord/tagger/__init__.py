"""Finds who is reported to have said what with a small trained model.

The rest of the program gives ``propose`` a text and gets statements in characters of it.
"""

from onrecord.tagger.model import Model, Proposal, load

__all__ = ["Model", "Proposal", "load"]
