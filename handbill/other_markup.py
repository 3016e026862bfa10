"""What other programs and other kinds of Markdown read as markup, and Handbill does not."""

from __future__ import annotations

import re

_BOLD = "for what matters, **bold**"
_LINK = "write [the words](address)"
_OFFICE = "is a field of a word processor"

MEANT: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(r"\[\[[^\]\n]+\]\]"), "is a link of a wiki", "write [its words](help.md)"),
    (
        re.compile(r"\[[^\]\n]+\][ \t]+\((?:https?://|mailto:|tel:|[\w./-]+\.md\b)[^)\n]*\)"),
        "has a space between the words of a link and its address",
        "write [the words](address), without a space",
    ),
    (
        re.compile(r"(?m)^[ ]{0,3}!!![ ]+\w.*$"),
        "is a boxed note of another kind of Markdown",
        "write > before each line of the note",
    ),
    (
        re.compile(r"(?m)^[ ]{0,3}>[ ]*\[![A-Z]+\].*$"),
        "is a boxed note of another kind of Markdown",
        "take this line out: what stands below it is a boxed note without it",
    ),
    (
        re.compile(r"(?m)^[ \t]*(?:(?:[-*+]|\d+\.)[ \t]+)?\[[ xX]?\](?=[ \t])(?!.*\[[ xX]?\])"),
        "is a box to tick of another kind of Markdown",
        "write ☐ for a box to tick on paper, or a plain point",
    ),
    (
        re.compile(r"<https?://[^\s<>|]+\|[^<>\n]+>"),
        "is a link of another program",
        "write [the words](https://example.org)",
    ),
    (
        re.compile(r"(?m)(?<!!)\[[^\]\n]+\]\((?:[\w./:@#?=&%+-]*)$(?!\n[^\n]*\))"),
        "is a link whose bracket is never closed",
        "write [the words](address)",
    ),
    (
        re.compile(r"\[[^\]\n]+\]https?://\S+"),
        "is a link without its brackets",
        "write [the words](https://example.org)",
    ),
    (
        re.compile(r"\([^()\n]+\)\[(?:https?://|mailto:|tel:|www\.|[\w./-]+\.md\b)[^\]\n]*\]"),
        "has its brackets the wrong way round",
        "write [the words](address)",
    ),
    (
        re.compile(r"(?<![~\w])~(?=[^\s~])[^~\n]{1,60}(?<=[^\s~])~(?![~\w])|\w~\d+~\w?"),
        "is no markup here",
        "for words that no longer hold, ~~the words~~",
    ),
    (re.compile(r"\^\[[^\]\n]+\]"), "is a note of another program", "say it in the text"),
    (
        re.compile(r"(?<=[\w.,)])\^\w{1,4}\^"),
        "is no markup here",
        "write it on the line: H2O, 2nd; for a note write [^1]",
    ),
    (
        re.compile(r"\[@[\w:-]+[^\]\n]*\]"),
        "is a citation of another program",
        'write {{ fact("its-name") }}: its source stands by itself',
    ),
    (re.compile(r"%%[^%\n]+%%"), "is a note of another program", "write <!-- the note -->"),
    (
        re.compile(r"\+\+(?=[^\s+])[^+\n]+(?<=[^\s+])\+\+"),
        "is no markup here",
        "for what matters, **bold**",
    ),
    (
        re.compile(r"(?m)^[ ]{0,3}:::+.*$"),
        "is a boxed note of another kind of Markdown",
        "write > before each line of the note",
    ),
    (
        re.compile(r"\$\$[^$\n]+\$\$"),
        "is a formula of another program",
        "write it as people say it",
    ),
    (
        re.compile(r"(?m)^[ ]{0,3}\*\[[^\]\n]+\]:.*$"),
        "is an abbreviation of another kind of Markdown",
        "say in the text what it stands for",
    ),
    (
        re.compile(r"(?m)^[ ]*-{2,}(?:[ ]+-{2,})+[ ]*$"),
        "is a table of another program",
        "write it with bars: | Day | Time | and |---|---| below it",
    ),
    (re.compile(r"==(?=\S)[^=\n]+(?<=\S)=="), "is no markup here", "for what matters, **bold**"),
    (
        re.compile(
            r"(?m)\[(?:INSERT|Insert|ADD|YOUR|FILL IN)\b[^\]\n]*\]|^[ ]*TODO\b|\bTODO:"
            r"|\bLorem ipsum\b"
            r"|(?i:\[(?:phone(?: number)?|e-?mail|date|time|name|place|school|address|link|page)\])"
            r"(?![(\[:])|(?<=\s)\?{3}"
            r"|\$X+(?:\.X+)?(?!\w)|\b\d{3}-X{4}\b"
        ),
        "is still to be written",
        "write it, or take it out",
    ),
    (
        re.compile(r"\{:?[ ]*[.#][A-Za-z][\w-]*[^{}\n]*\}"),
        "is an attribute of another kind of Markdown",
        "take it out: how things look is the layout's",
    ),
    (
        re.compile(r"(?m)^[ ]*(?:\[TOC\]|\[\[_TOC_\]\]|\\(?:newpage|pagebreak|clearpage))[ ]*$"),
        "is a word of another program",
        "take it out: contents and pages are the layout's",
    ),
    (
        re.compile(r"(?<![\w:]):[a-z]+(?:_[a-z]+)*:(?![\w:])"),
        "is a picture's name in another program",
        "take it out, or use a picture: ![what it shows](assets/picture.svg)",
    ),
    (re.compile(r"'''(?=\S)[^'\n]+'''"), "is bold of a wiki", _BOLD),
    (
        re.compile(r"(?m)^={2,}[ \t]+\S.*[^=\n]={2,}[ \t]*$"),
        "is a heading of a wiki",
        "write ## and the words",
    ),
    (
        re.compile(r"(?m)^(?:h[1-6]|bq|p)\.[ \t]+[A-Z].*$"),
        "is a mark of another program",
        "write ## for a heading, > for a quotation",
    ),
    (
        re.compile(
            r"\[/?(?:b|i|u|s|url|color|size|img|quote|code|list|caption|gallery|button|embed)"
            r"(?:[= ][^\]\n]*)?\](?!\()|\[/\w+\]"
        ),
        "is a mark of another program",
        _BOLD,
    ),
    (
        re.compile(r"\{/?(?:color|panel|info|note|quote|noformat|expand)(?::[^}\n]*)?\}"),
        "is a mark of another program",
        _BOLD,
    ),
    (
        re.compile(r"(?m)^[ ]*\.\.[ ]+[\w-]+::.*$"),
        "is a directive of another program",
        "write the words alone",
    ),
    (re.compile(r"\\[a-z]{3,}\{[^}\n]*\}"), "is a command of another program", _BOLD),
    (
        re.compile(r"Error! (?:Reference source|Bookmark|Hyperlink)[^.\n]*\.?"),
        "is what a word processor says where something is lost",
        "write what belongs there",
    ),
    (
        re.compile(r"\{[ ]*(?:HYPERLINK|MERGEFIELD|PAGEREF|REF|TOC|IF)\b[^}\n]*\}"),
        _OFFICE,
        "write what it stands for",
    ),
    (
        re.compile(r"\u00ab[A-Z][a-z]+(?:_?[A-Z]\w*|_\w+)+\u00bb"),
        _OFFICE,
        "write what it stands for",
    ),
    (re.compile("\ufffc"), "is where a picture was lost", "put it into assets/ and name it here"),
    (
        re.compile(r"(?<=[\w.,;!?)])\[[a-z]{1,2}\](?![(\[:])"),
        "is the mark of a comment",
        "take it out, and the comment below",
    ),
    (re.compile(r"\[https?://\S+[ \t]+[^\]\n]+\](?!\()"), "is a link of a wiki", _LINK),
    (
        re.compile(r"(?m)(?<!!)\[[^\]\n]+\]\(https?://[^\s)]+[ \t]+(?![\"'])[^)\n]*$"),
        "is a link whose bracket is never closed",
        _LINK,
    ),
)
"""What it looks like, what to say of it, and what to write."""
