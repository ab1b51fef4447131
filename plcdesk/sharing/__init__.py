"""Share files: what goes along, how two laptops' changes come together, and the folder that they meet in."""
