"""Time: until the next trajectory, how long help lasts, and who comes and goes."""
