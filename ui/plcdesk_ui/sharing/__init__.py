"""Sharing: writing a file, looking into one, choosing between two sides, and the folder that laptops share."""
