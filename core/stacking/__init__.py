"""Care at the same time, and ready-made selections of special care."""
