"""Relations between tropes: what cues and lists of names say together, sentence by sentence."""
