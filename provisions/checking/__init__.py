"""Checking data files: are they well-formed, do their names resolve, do their quotations stand in
the sources?

Every check gives faults with file, key path, what is wrong and what would be right; none raises for
bad data. ``versions`` checks one record, ``vocabulary`` the thesaurus, ``files`` some files or all.
"""
