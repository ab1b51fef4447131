"""The first start: who the team is and when it meets, in under two minutes."""
