"""A plan as relations: tables whose rows can be counted, joined and summed."""
