"""What leaves the app: pictures, slides, sheets and notes, each with what it stands on."""
