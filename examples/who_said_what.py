"""Two invented reports of one remark: who said it, through whom, and how many origins stand behind it.

Run it with ``python examples/who_said_what.py``; what it prints stands at its end.
"""

import tempfile
from pathlib import Path

import onrecord

HERALD = """\
The harbour will be shut to cargo for a month, the port authority of Velmora said on Tuesday.

"We have found cracks in both of the northern piers," harbour master Ines Dorval told the Velmora Herald.
"No ship will tie up there until the divers have gone over every metre of them."
"""
COURIER = """\
Velmora's northern piers are unsafe, according to its harbour master.

"We have found cracks in both of the northern piers," Ines Dorval told the Velmora Herald.
"""

for statement in onrecord.extract(HERALD, published="2031-05-14", outlet="Velmora Herald"):
    speaker = statement.speaker.name if statement.speaker else "unknown"
    print(f"{speaker} ({statement.kind}): {' '.join(statement.words.split())}")

with tempfile.TemporaryDirectory() as folder, onrecord.Record(Path(folder, "piers.db")) as record:
    for outlet, text in (("Velmora Herald", HERALD), ("Coast Courier", COURIER)):
        report = Path(folder, f"{outlet}.txt")
        report.write_text(text, encoding="utf-8")
        record.add(report, onrecord.Stated(outlet=outlet, published="2031-05-14"))
    for utterance in record.find_utterances("cracks"):
        outlets = [record.article(report.article).outlet for report in utterance.reports]
        for sources in record.sources_of([utterance]):
            low, high = sources.origins
            print(f"“cracks”: told by {' and '.join(map(str, outlets))}; at least {low} origin, at most {high}")

# prints
# port authority of Velmora (indirect): The harbour will be shut to cargo for a month
# Ines Dorval (direct): We have found cracks in both of the northern piers,
# Ines Dorval (direct): No ship will tie up there until the divers have gone over every metre of them.
# “cracks”: told by Coast Courier and Velmora Herald; at least 1 origin, at most 1
