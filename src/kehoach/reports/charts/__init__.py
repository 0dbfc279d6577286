"""Charts as plain shapes: all geometry is worked out here, formats only write it down."""
