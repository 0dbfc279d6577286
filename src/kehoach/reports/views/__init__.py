"""What each report shows: strings and lists, in no format."""
