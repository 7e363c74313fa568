"""Who met whom, when, where and in what form."""
