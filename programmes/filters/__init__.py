"""What narrows the lists of pillar 3, by noun."""
