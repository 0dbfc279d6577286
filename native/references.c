/* References that name what they should: what `unsettled` of reading/references.py finds out about each of them. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include "native.h"

/* Where a field says what its ids name. */
typedef struct {
    Py_ssize_t refers, soft, within;
} Columns;

/* Tell whether an id is that of a thing wanted; -1 with an exception. */
static int is_settled(PyObject *things, PyObject *field, const Columns *columns, PyObject *text) {
    PyObject *named = PyDict_GetItemWithError(things, text), *refers = PyTuple_GET_ITEM(field, columns->refers);
    if (named == NULL)
        return PyErr_Occurred() ? -1 : 0;
    if (PyTuple_GET_ITEM(field, columns->soft) == Py_True)
        return 1;
    PyObject *thing = PyTuple_GET_ITEM(PyList_GET_ITEM(named, 0), 0);
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(refers); i++)
        if (PyTuple_GET_ITEM(refers, i) == thing)
            return 1;
    return 0; /* of an equal thing, too, which is then looked at once more */
}

/* Note all ids of one key as mentioned, if each is settled. */
static int settle(PyObject *things, PyObject *named, const Columns *columns, PyObject *mentions) {
    PyObject *field = PyTuple_GET_ITEM(named, 0), *texts = PyTuple_GET_ITEM(named, 1);
    if (PyTuple_GET_ITEM(field, columns->within) != Py_True)
        return 0;
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(texts); i++) {
        int settled = is_settled(things, field, columns, PyTuple_GET_ITEM(texts, i));
        if (settled <= 0)
            return settled;
    }
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(texts); i++)
        if (PySet_Add(mentions, PyTuple_GET_ITEM(texts, i)) < 0)
            return -1;
    return 1;
}

PyObject *unsettled(PyObject *module, PyObject *arguments) {
    PyObject *things, *references, *mentions;
    Columns columns;
    (void)module;
    if (!PyArg_ParseTuple(arguments, "O!O!O!(nnn)", &PyDict_Type, &things, &PyList_Type, &references, &PySet_Type, &mentions,
                          &columns.refers, &columns.soft, &columns.within))
        return NULL;
    PyObject *left = PyList_New(0);
    for (Py_ssize_t i = 0; left != NULL && i < PyList_GET_SIZE(references); i++) {
        PyObject *named = PyList_GET_ITEM(references, i);
        int settled = settle(things, named, &columns, mentions);
        if (settled < 0 || (settled == 0 && PyList_Append(left, named) < 0))
            Py_CLEAR(left);
    }
    return left;
}
