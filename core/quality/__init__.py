"""How good the delivered data are: rules, repairs, and what a supplier can put right."""
