"""What happens in pillar 4 when steps have consequences."""
