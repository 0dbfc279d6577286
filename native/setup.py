"""The module in C; all else is said in pyproject.toml."""

from setuptools import Extension, setup

PARTS = ("module", "usual_form", "places", "building", "references", "searching")

setup(ext_modules=[Extension("kehoach_native", [f"{part}.c" for part in PARTS], depends=["native.h"])])
