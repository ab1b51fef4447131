"""Write your own: making and changing one's own protocols."""
