"""Sentences: the one layer that makes them, from typed values. The modes alone import it."""
