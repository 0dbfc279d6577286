/* Where the lines of a text begin, kept as numbers: to Python a sequence of them. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include "native.h"

#define FIRST_ROOM 4096

static PyTypeObject lines_type;

int are_lines(PyObject *object) {
    return Py_IS_TYPE(object, &lines_type);
}

/* Keep where a line begins. */
int put_line(PyObject *object, Py_ssize_t start) {
    Lines *lines = (Lines *)object;
    if (lines->count == lines->room) {
        Py_ssize_t room = lines->room ? lines->room * 2 : FIRST_ROOM;
        Py_ssize_t *starts = PyMem_Realloc(lines->starts, (size_t)room * sizeof *starts);
        if (starts == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        lines->starts = starts;
        lines->room = room;
    }
    lines->starts[lines->count++] = start;
    return 0;
}

static inline int put_lines_in(PyObject *lines, int kind, const void *letters, Py_ssize_t size, Py_ssize_t from, Py_ssize_t to) {
    for (Py_ssize_t at = from; at < to; at++) {
        Py_UCS4 letter = PyUnicode_READ(kind, letters, at);
        if (letter > '\r')
            continue; /* as nearly all are */
        if (letter == '\n' || (letter == '\r' && (at + 1 == size || PyUnicode_READ(kind, letters, at + 1) != '\n')))
            if (put_line(lines, at + 1) < 0)
                return -1;
    }
    return 0;
}

/* Keep where the lines begin that follow the line ends in a part of a text. */
int put_lines(PyObject *lines, PyObject *text, Py_ssize_t from, Py_ssize_t to) {
    const void *letters = PyUnicode_DATA(text);
    Py_ssize_t size = PyUnicode_GET_LENGTH(text);
    switch (PyUnicode_KIND(text)) {
    case PyUnicode_1BYTE_KIND: return put_lines_in(lines, PyUnicode_1BYTE_KIND, letters, size, from, to);
    case PyUnicode_2BYTE_KIND: return put_lines_in(lines, PyUnicode_2BYTE_KIND, letters, size, from, to);
    default: return put_lines_in(lines, PyUnicode_4BYTE_KIND, letters, size, from, to);
    }
}

/* The lines of a text of which only the first is known. */
PyObject *new_lines(void) {
    Lines *lines = PyObject_New(Lines, &lines_type);
    if (lines == NULL)
        return NULL;
    lines->starts = NULL;
    lines->count = lines->room = 0;
    if (put_line((PyObject *)lines, 0) < 0)
        Py_CLEAR(lines);
    return (PyObject *)lines;
}

/* Give where each line of a text begins. */
PyObject *line_starts(PyObject *Py_UNUSED(module), PyObject *text) {
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "a text is wanted");
    PyObject *lines = new_lines();
    if (lines != NULL && put_lines(lines, text, 0, PyUnicode_GET_LENGTH(text)) < 0)
        Py_CLEAR(lines);
    return lines;
}

/* The number of the line, from 1, in which a letter stands. */
Py_ssize_t line_at(const Lines *lines, Py_ssize_t at) {
    Py_ssize_t low = 0, high = lines->count;
    while (low < high) {
        Py_ssize_t middle = (low + high) / 2;
        if (lines->starts[middle] <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static Py_ssize_t lines_length(PyObject *self) {
    return ((Lines *)self)->count;
}

static PyObject *lines_item(PyObject *self, Py_ssize_t index) {
    const Lines *lines = (Lines *)self;
    if (index >= 0 && index < lines->count)
        return PyLong_FromSsize_t(lines->starts[index]);
    PyErr_SetString(PyExc_IndexError, "there is no such line");
    return NULL;
}

static void lines_dealloc(PyObject *self) {
    PyMem_Free(((Lines *)self)->starts);
    PyObject_Free(self);
}

static PySequenceMethods lines_sequence = {.sq_length = lines_length, .sq_item = lines_item};

static PyTypeObject lines_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "kehoach_native.Lines",
    .tp_doc = "Where each line of a text begins.",
    .tp_basicsize = sizeof(Lines),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .tp_dealloc = lines_dealloc,
    .tp_as_sequence = &lines_sequence,
};

int prepare_lines(void) {
    return PyType_Ready(&lines_type);
}
