"""Colours, sizes and the style sheet: how everything on screen looks."""
