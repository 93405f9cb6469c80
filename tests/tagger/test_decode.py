"""From roles to statements: spans in characters, pieces joined, statements found twice given once."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pytest

from onrecord.tagger.decode import Proposed, Reading, decode
from onrecord.tagger.windows import BREAK, Pieces

TEXT = '"We will rebuild it," Mayor Ada Quill told the Harbour Post, "brick by brick."\nNobody replied.'
ROLES = {"source": 1, "cue": 2, "content": 3}


def pieces_of(text: str) -> Pieces:
    """One piece a word or mark."""
    rows: list[tuple[int, int, int]] = []
    at = 0
    while at < len(text):
        end = at + 1
        while text[at].isalnum() and end < len(text) and text[end].isalnum():
            end += 1
        if text[at] == "\n":
            rows.append((BREAK, at, at))
        elif not text[at].isspace():
            rows.append((100, at, end))
        at = end
    ids, starts, ends = (np.array(c, dtype=np.int64) for c in zip(*rows, strict=True))
    return Pieces(ids, np.zeros_like(ids), starts, ends)


def reading(parts: Mapping[str, list[str]], anchor: str, probability: float = 0.9, cued: bool = True) -> Reading:
    pieces = pieces_of(TEXT)
    roles = np.full((len(pieces), 4), 0.02, dtype=np.float32)
    roles[:, 0] = 0.94
    for name, spans in parts.items():
        for span in spans:
            a = TEXT.index(span)
            inside = (pieces.starts >= a) & (pieces.ends <= a + len(span)) & (pieces.ids != BREAK)
            roles[inside] = 0.02
            roles[inside, ROLES[name]] = 0.94
    at = int(np.flatnonzero(pieces.starts == TEXT.index(anchor))[0])
    return Reading(at, probability, cued, 0, roles, 0, 0.0)


def told() -> Reading:
    parts = {"source": ["Mayor Ada Quill"], "cue": ["told"], "content": ['"We will rebuild it,"', '"brick by brick."']}
    return reading(parts, "told")


def shown(p: Proposed) -> list[str]:
    return [TEXT[a:b] for a, b in p.contents]


def test_a_broken_quotation_is_one_statement_without_the_outer_marks() -> None:
    (p,) = decode(TEXT, pieces_of(TEXT), [told()], 0.5)
    assert shown(p) == ["We will rebuild it,", "brick by brick."]
    assert p.source and TEXT[slice(*p.source)] == "Mayor Ada Quill"
    assert p.cue and TEXT[slice(*p.cue)] == "told"
    assert p.confidence == pytest.approx(0.9 * 0.94)


def test_unlikely_anchors_and_empty_contents_are_no_statements() -> None:
    pieces = pieces_of(TEXT)
    assert decode(TEXT, pieces, [told()], 0.95) == []
    assert decode(TEXT, pieces, [reading({"source": ["Nobody"], "cue": ["replied"]}, "replied")], 0.5) == []


def test_a_statement_found_twice_is_given_once_by_the_likelier_anchor() -> None:
    again = reading({"content": ["We will rebuild it,", "brick by brick."]}, "Harbour", 0.6)
    (p,) = decode(TEXT, pieces_of(TEXT), [again, told()], 0.5)
    assert TEXT[p.at :].startswith("told")


def test_the_order_of_readings_does_not_matter() -> None:
    other = reading({"source": ["Nobody"], "cue": ["replied"], "content": ["brick by brick"]}, "replied")
    pieces = pieces_of(TEXT)
    assert decode(TEXT, pieces, [told(), other], 0.5) == decode(TEXT, pieces, [other, told()], 0.5)


def test_a_stray_piece_apart_is_dropped_and_paragraphs_are_not_joined() -> None:
    r = told()
    stray = r.roles.copy()
    where = pieces_of(TEXT).starts == TEXT.index("Nobody")
    stray[where] = [0.3, 0.0, 0.0, 0.7]
    (p,) = decode(TEXT, pieces_of(TEXT), [Reading(r.at, 0.9, True, 0, stray, 0, 0.0)], 0.5)
    assert shown(p) == ["We will rebuild it,", "brick by brick."]
    across = reading({"content": ['"brick by brick."\nNobody']}, "told")
    (p,) = decode(TEXT, pieces_of(TEXT), [across], 0.5)
    assert shown(p)[0] == "brick by brick."


def test_a_part_of_a_word_stands_for_all_of_it() -> None:
    ids, starts, ends = (np.array(c, dtype=np.int64) for c in ([7, 8], [0, 2], [2, 7]))
    pieces = Pieces(ids, ids, starts, ends)
    roles = np.array([[1, 0, 0, 0], [0, 0, 0, 1]], dtype=np.float32)
    (p,) = decode("rebuild", pieces, [Reading(0, 1.0, True, 0, roles, 0, 0.0)], 0.5)
    assert p.contents == ((0, 7),)


def test_continuing_is_only_for_anchors_without_a_cue() -> None:
    r = told()
    (p,) = decode(TEXT, pieces_of(TEXT), [Reading(r.at, 0.9, True, 0, r.roles, 0, 0.9)], 0.5)
    assert not p.continues
    (p,) = decode(TEXT, pieces_of(TEXT), [Reading(r.at, 0.9, False, 0, r.roles, 0, 0.9)], 0.5)
    assert p.continues and p.cue is None
