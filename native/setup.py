"""The module in C; all else is said in pyproject.toml."""

from setuptools import Extension, setup

setup(ext_modules=[Extension("kehoach_native", ["module.c", "usual_form.c", "building.c"], depends=["native.h"])])
