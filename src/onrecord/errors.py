"""Every error that onrecord raises on purpose.

OnrecordError
├── BadInput            something given could not be understood; names it and the remedy
├── RecordError         the record (the store) could not be opened, read or written
│   └── NewerRecord     it was written by a newer version of onrecord
└── NotOnRecord         nothing on the record answers to the words or id asked for
"""

__all__ = ["BadInput", "NewerRecord", "NotOnRecord", "OnrecordError", "RecordError"]


class OnrecordError(Exception):
    """The root of all errors that onrecord raises on purpose; its text is fit to be shown to a user."""


class BadInput(OnrecordError):
    """Something given could not be understood; the text names it and the remedy."""


class RecordError(OnrecordError):
    """The record could not be opened, read or written."""


class NewerRecord(RecordError):
    """The record was written by a newer version of onrecord."""


class NotOnRecord(OnrecordError):
    """Nothing on the record answers to the words or id asked for."""
