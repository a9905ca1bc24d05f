"""Forms of pillar 4, by noun."""
