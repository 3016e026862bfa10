"""Handbill turns Markdown into an awareness campaign: a light web page and print-ready PDFs.

The engine is one pipeline. `handbill.pipeline.build` tells it from top to bottom:

    read    config.yaml and content/ -> Campaign       (frozen; nothing later reads a content file)
    check   Campaign -> problems                       (all of them, not the first)
    plan    Campaign -> artifacts                      (every address is known before rendering)
    render  artifact -> HTML                           (Jinja; a pure function)
    press   HTML -> PDF                                (WeasyPrint; a pure function)
    proof   what came out -> problems                  (links, anchors, one page, alt, size)
    write   tree of bytes -> output/                   (swapped in whole, or not at all)

Data goes one way, and what passes between the steps is frozen and typed.
"""

__version__ = "0.1.0"
