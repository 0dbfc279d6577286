/* Where values stand, written as model/spot.py says: what analysis/spotting.py does for the many that are as most are. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <string.h>
#include "native.h"

#define LONGEST_SPOT 500
#define LONGEST_NUMBER 20

/* What is written so far; `is_unusual`: it is left to Python. */
typedef struct {
    char letters[LONGEST_SPOT];
    Py_ssize_t size;
    int is_unusual;
} Row;

static PyObject *id;

static void put(Row *row, const char *letters, Py_ssize_t size) {
    if (size > LONGEST_SPOT - row->size) {
        row->is_unusual = 1;
        return;
    }
    memcpy(row->letters + row->size, letters, (size_t)size);
    row->size += size;
}

static void put_letter(Row *row, char letter) {
    put(row, &letter, 1);
}

static void put_number(Row *row, Py_ssize_t number) {
    char digits[LONGEST_NUMBER];
    int first = LONGEST_NUMBER;
    do
        digits[--first] = (char)('0' + number % 10);
    while ((number /= 10) > 0);
    put(row, digits + first, LONGEST_NUMBER - first);
}

static void put_text(Row *row, PyObject *text) {
    if (PyUnicode_Check(text) && PyUnicode_IS_ASCII(text))
        put(row, PyUnicode_DATA(text), PyUnicode_GET_LENGTH(text));
    else
        row->is_unusual = 1;
}

/* A text in a path: one that may be taken for something else begins with a mark. */
static void put_name(Row *row, PyObject *text) {
    if (!PyUnicode_Check(text) || !PyUnicode_IS_ASCII(text)) {
        row->is_unusual = 1;
        return;
    }
    const char *letters = PyUnicode_DATA(text);
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    int is_plain = length > 0 && !Py_ISDIGIT(letters[0]);
    for (Py_ssize_t i = 0; i < length; i++)
        if (!Py_ISALNUM(letters[i]) && letters[i] != '_') {
            is_plain = 0;
            if (letters[i] != '-' && letters[i] != '.')
                row->is_unusual = 1;
        }
    if (!is_plain)
        put_letter(row, '\'');
    put_text(row, text);
}

static void put_key(Row *row, PyObject *key) {
    Py_ssize_t number;
    put_letter(row, '/');
    if (!PyLong_CheckExact(key))
        put_name(row, key);
    else if ((number = PyLong_AsSsize_t(key)) >= 0)
        put_number(row, number);
    else {
        PyErr_Clear(); /* a number too large */
        row->is_unusual = 1;
    }
}

/* What a key leads to; borrowed; NULL where it leads to nothing. */
static PyObject *inside(PyObject *data, PyObject *key) {
    if (data != NULL && PyDict_Check(data))
        return PyDict_GetItemWithError(data, key);
    if (data == NULL || !PyList_Check(data) || !PyLong_CheckExact(key))
        return NULL;
    Py_ssize_t index = PyLong_AsSsize_t(key);
    return index >= 0 && index < PyList_GET_SIZE(data) ? PyList_GET_ITEM(data, index) : NULL;
}

/* The way to a value; where there is data, with the ids of what lies on it. */
static void put_way(Row *row, PyObject *path, PyObject *data) {
    for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(path); i++) {
        PyObject *key = PyTuple_GET_ITEM(path, i), *name = NULL;
        put_key(row, key);
        if (row->is_unusual)
            return;
        data = inside(data, key);
        if (data != NULL && PyLong_CheckExact(key) && PyDict_Check(data))
            name = PyDict_GetItemWithError(data, id);
        if (name != NULL && PyUnicode_Check(name)) {
            put_letter(row, '=');
            put_name(row, name);
        }
    }
}

/* The place of a value that stands on one line. */
static void put_place(Row *row, const Places *places, const Lines *lines, PyObject *path) {
    Table *table = table_in(places->holder);
    Py_ssize_t done, number = followed(table, places->number, path, &done);
    const Place *place = number < 0 ? NULL : &table->all[number];
    if (place == NULL || place->sort != SCALAR || place->start == place->end || Py_UNICODE_ISSPACE(AT(&table->text, place->end - 1))) {
        row->is_unusual = 1;
        return;
    }
    Py_ssize_t line = line_at(lines, place->start), first = lines->starts[line - 1] - 1;
    Py_ssize_t said[] = {line, place->start - first, line, place->end - first};
    row->is_unusual |= line < lines->count && place->end > lines->starts[line];
    for (int i = 0; i < 4; i++) {
        put_number(row, said[i]);
        put_letter(row, ' ');
    }
}

/* Write where a value stands; None where that is to be found out otherwise. */
PyObject *spot(PyObject *Py_UNUSED(module), PyObject *const *arguments, Py_ssize_t count) {
    if (count != 5 || !PyTuple_Check(arguments[2]))
        return PyErr_Format(PyExc_TypeError, "places, lines, a path, data and a text are wanted");
    PyObject *path = arguments[2], *data = arguments[3], *said = arguments[4];
    if (!are_places(arguments[0]) || !are_lines(arguments[1]))
        Py_RETURN_NONE;
    Row row;
    row.size = row.is_unusual = 0;
    put_way(&row, path, data == Py_None ? NULL : data);
    if (said != Py_None) {
        put_letter(&row, '\n');
        put_text(&row, said);
    }
    put_letter(&row, '\x7f');
    if (!row.is_unusual)
        put_place(&row, (Places *)arguments[0], (Lines *)arguments[1], path);
    if (PyErr_Occurred())
        return NULL;
    if (row.is_unusual)
        Py_RETURN_NONE;
    return PyUnicode_DecodeASCII(row.letters, row.size, NULL);
}

int prepare_spots(void) {
    return (id = PyUnicode_InternFromString("id")) == NULL ? -1 : 0;
}
