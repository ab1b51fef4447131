"""The minutes: their pages as they are printed, what is in them, what they lack, and other forms of them."""
