"""How much a brief shows: past these, a line says how much more there is and how to find it.

Measured on a made record of 3,000 articles with 90,000 statements, all bounds reached: a page of 1.6 MB in
2.6 CPU seconds. Cards, speakers and texts are cut at the least reported, changes at the slightest, the timeline at
its end.
"""

ARTICLES_SHOWN = 60
CARDS_SHOWN = 80
REPORTS_SHOWN = 12
BRANCHES_SHOWN = 12
TREE_DEPTH = 8
DRIFT_SHOWN = 60
VOICES_SHOWN = 80
TOLD_SHOWN = 24
MOMENTS_SHOWN = 240
LEADS_SHOWN = 3
WARNINGS_SHOWN = 3
NAMES_SHOWN = 5

# characters: a lead must fit the first screen, a list entry two lines, a card may show a long quotation whole
LEAD_WORDS = 200
ENTRY_WORDS = 280
CARD_WORDS = 1500
EXCERPT_WORDS = 420
CONTEXT_WORDS = 90
TITLE_WORDS = 48

# words of a dropped stretch printed in full; of a longer one its first and last, and the count between
DROPPED_WHOLE = 24
DROPPED_EDGE = 6

# under this share of words in common, marking every difference says less than printing the words plainly
MARKED_SHARE = 0.4
