"""The sentences: every English sentence of a mode is made here, from typed reasons, and nowhere else."""
