"""The acts of a case: one function, one act, one transaction. `access` says whose case it is; start there."""
