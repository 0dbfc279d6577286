"""Socio-economic development plans as plain YAML files, checked and rendered."""

__version__ = "0.1.0"
