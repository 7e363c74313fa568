"""Text -> search tokens that SQLite's full text can match: words, and bigrams of CJK runs.

SQLite's own tokenizers find nothing for words of one or two syllables in Korean, Japanese and
Chinese; so we feed it every syllable and every pair of neighbours.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = ["index_tokens", "query_tokens"]

# A run ends where the script changes: APEC閣僚会議 and 14日 hold a word and CJK characters.
_RUNS = re.compile(
    r"[가-힣\u3040-\u30ff\u3400-\u9fff]+|(?:(?![가-힣\u3040-\u30ff\u3400-\u9fff])[^\W_])+"
)
_CJK = re.compile(r"[가-힣\u3040-\u30ff\u3400-\u9fff]")


def _runs(text: str) -> list[str]:
    return _RUNS.findall(unicodedata.normalize("NFKC", text).lower())


def index_tokens(text: str) -> str:
    """Tokens to store: words as they are, CJK runs as single syllables and bigrams."""
    out: list[str] = []
    for run in _runs(text):
        if _CJK.match(run):
            out += [run[i : i + 2] for i in range(len(run) - 1)]
            out += list(run)
        else:
            out.append(run)
    return " ".join(out)


def query_tokens(query: str) -> str:
    """An FTS5 expression that matches all words of the query; empty when it holds none."""
    terms: list[str] = []
    for run in _runs(query):
        if _CJK.match(run) and len(run) > 1:
            terms += [f'"{run[i : i + 2]}"' for i in range(len(run) - 1)]
        else:
            terms.append(f'"{run}"')
    return " AND ".join(dict.fromkeys(terms))
