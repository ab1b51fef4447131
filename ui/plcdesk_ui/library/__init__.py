"""The library: all protocols, chosen by what fits, read, printed, and put on an agenda."""
