"""Forms of pillar 2."""
