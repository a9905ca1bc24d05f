"""Forms of pillar 1: they validate; what has consequences is done by the actions."""
