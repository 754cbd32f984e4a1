"""Portal to rows ready to print: sorted, grouped and worded in Swedish; no markup."""
