"""Forms of pillar 3, by noun."""
