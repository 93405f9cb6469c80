"""The small trained model that proposes who is reported to have said what.

``propose`` takes a text and gives statements in characters of it. Runs on onnxruntime and tokenizers alone.
"""

from onrecord.tagger.model import Model, Proposal, load, propose

__all__ = ["Model", "Proposal", "load", "propose"]
