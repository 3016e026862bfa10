"""The micro-credential: what it asks for, what the campaign has of it, and the packet to submit."""
