"""The record room: the only one that knows SQL. ``Record`` is the store; ``Added`` and ``Step`` tell what an
add does.
"""

from onrecord.record.adding import Added, Progress, Step
from onrecord.record.store import Record

__all__ = ["Added", "Progress", "Record", "Step"]
