"""The module in C; all else is said in pyproject.toml."""

from setuptools import Extension, setup

PARTS = ("module", "decoding", "usual_form", "places", "ways", "building", "references", "searching", "lines", "spots", "writing")

setup(ext_modules=[Extension("kehoach_native", [f"{part}.c" for part in PARTS], depends=["native.h"])])
