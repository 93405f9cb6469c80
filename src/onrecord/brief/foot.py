"""How to read a brief: its words, explained once for every rendering."""

__all__ = ["HOW"]

HOW = (
    (
        "Statement",
        "One place where an article ascribes words, a claim, a wish or a judgement to somebody. It is found by "
        "a small trained model and by rules, and can be wrong or missed; the article’s own text decides.",
    ),
    (
        "Origins",
        "How many independent places the words may come from: a range, because independence is seldom shown. "
        "An article that names nobody adds no origin, and two named origins are not thereby independent.",
    ),
    ("Direct, mixed, indirect", "Wholly in quotation marks; partly; in the reporter’s own words."),
    (
        "Verbatim, trimmed, edited, paraphrase",
        "How a report’s wording stands to the fullest one: the same words; some left out; changed in places; "
        "told in other words.",
    ),
    ("Via", "Who stands between the speaker and the article, nearest the article first."),
    (
        "Not stated",
        "The source does not say, and nothing was guessed. A date is one that the article or its text gives; "
        "otherwise an interval, or nothing.",
    ),
    (
        "Judgement",
        "Everything here is a program’s judgement from the texts below and nothing else. It shows where to "
        "look; a person decides.",
    ),
)
