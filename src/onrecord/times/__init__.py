"""When a statement was made, where the text says so."""

from onrecord.times.date import date_statements

__all__ = ["date_statements"]
