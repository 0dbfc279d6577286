"""Small exact types: numbers, money, dates with precision, text."""
