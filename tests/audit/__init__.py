"""Lighthouse on the default campaign's site, and what its pages weigh: `make audit`."""
