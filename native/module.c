/* The compiled half of what takes most time: see src/kehoach/compiled.py. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include "native.h"

#define INTERFACE 9 /* what both halves have agreed on, as in compiled.py */

PyDoc_STRVAR(read_usual_doc,
"read_usual(text, at, first, crlf, deepest, entry)\n--\n\n"
"Read the mapping that a text in the usual form is, from the line at `at`; its first entry stands at `first`.\n\n"
"`entry(line, end, indent, is_map)` reads an entry: `(key, key_start, key_end, value, spans)`, or None.\n"
"Gives `(data, spans)`, or None where the text is not in the usual form.");

PyDoc_STRVAR(build_node_doc,
"build_node(builder, forms, text, id, reference, cut, unreadable, kind, data, path)\n--\n\n"
"Build a node of a kind from a mapping; None where there is no mapping.");

PyDoc_STRVAR(unsettled_doc,
"unsettled(things, references, mentions, columns)\n--\n\n"
"Note as mentioned what is named as it should be; give the references of which that is not sure.");

PyDoc_STRVAR(decoded_doc,
"decoded(content)\n--\n\n"
"Read bytes as UTF-8; None where they are not as most are, or wrong.");

PyDoc_STRVAR(are_all_doc,
"are_all(text, wanted)\n--\n\n"
"Tell whether all characters of a text are wanted: those below U+10000 for which a table says so.");

PyDoc_STRVAR(characters_doc,
"characters(text)\n--\n\n"
"Give the set of the characters that stand in a text.");

PyDoc_STRVAR(line_starts_doc,
"line_starts(text)\n--\n\n"
"Give where each line of a text begins: a sequence of numbers.");

PyDoc_STRVAR(lead_through_doc,
"lead_through(text, classes, states, marks)\n--\n\n"
"Lead a text through an automaton and give the marks, or-ed, of all states that it came to.");

PyDoc_STRVAR(spot_doc,
"spot(places, lines, path, data, said)\n--\n\n"
"Write where a value stands; with data, the ids on the way to it too; with a text, that in place of a pointer.\n\n"
"None where the value, or its path, is not as most are.");

PyDoc_STRVAR(written_doc,
"written(value, as_text, plain)\n--\n\n"
"Write a value as JSON in UTF-8: those of some types as texts, and of any other that JSON knows not what `plain` makes of it.\n\n"
"None where Python's own library is to write it.");

static PyMethodDef methods[] = {
    {"read_usual", read_usual, METH_VARARGS, read_usual_doc},
    {"build_node", build_node, METH_VARARGS, build_node_doc},
    {"unsettled", unsettled, METH_VARARGS, unsettled_doc},
    {"decoded", decoded, METH_O, decoded_doc},
    {"are_all", are_all, METH_VARARGS, are_all_doc},
    {"characters", characters, METH_O, characters_doc},
    {"line_starts", line_starts, METH_O, line_starts_doc},
    {"lead_through", lead_through, METH_VARARGS, lead_through_doc},
    {"spot", (PyCFunction)(void (*)(void))spot, METH_FASTCALL, spot_doc},
    {"written", (PyCFunction)(void (*)(void))written, METH_FASTCALL, written_doc},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT, "kehoach_native", "What takes most time in reading a plan, compiled.", -1, methods, NULL, NULL, NULL, NULL,
};

PyMODINIT_FUNC PyInit_kehoach_native(void) {
    prepare_usual_form();
    if (prepare_building() < 0 || prepare_places() < 0 || prepare_lines() < 0 || prepare_spots() < 0)
        return NULL;
    PyObject *module = PyModule_Create(&definition);
    if (module != NULL && PyModule_AddIntConstant(module, "INTERFACE", INTERFACE) < 0)
        Py_CLEAR(module);
    return module;
}
