"""Rendering an artifact to HTML: content poured into its layout."""
