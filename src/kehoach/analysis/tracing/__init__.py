"""The results chain through plans of several levels, down from objectives to money and up again."""
