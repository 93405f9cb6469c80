"""What is English, and nothing else is: words, names and patterns. Another language is another such folder."""
