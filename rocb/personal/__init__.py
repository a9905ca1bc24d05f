"""Personal data: what the portal holds about somebody, handed out whole, and erased for good."""
