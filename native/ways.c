/* Ways through the places of a text, as reading/spans.py goes them. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include "native.h"

/* Tell whether an entry has a key; -1 with an exception. */
static int has_key(const Table *table, const Place *place, PyObject *key) {
    if (place->sort == FOREIGN)
        return PyObject_RichCompareBool(foreign_part(table, place, 0), key, Py_EQ);
    Py_ssize_t length = place->key_stop - place->key_start, i = 0;
    if (length != PyUnicode_GET_LENGTH(key))
        return 0;
    while (i < length && AT(&table->text, place->key_start + i) == PyUnicode_READ_CHAR(key, i))
        i++;
    return i == length;
}

/* The number of an item of a list; 0 where there is none. Items are mostly asked for one after the other. */
static Py_ssize_t item_of(Table *table, Py_ssize_t list, Py_ssize_t index) {
    Py_ssize_t item = list + 1, at = 0, after = table->all[list].after;
    if (table->last_list == list && table->last_index <= index) {
        item = table->last_item;
        at = table->last_index;
    }
    while (at < index && item < after) {
        item = table->all[item].after;
        at++;
    }
    if (item >= after)
        return 0;
    table->last_list = list;
    table->last_index = index;
    return table->last_item = item;
}

/* The number of what a key leads to: 0 where it leads to nothing, -1 with an exception. */
static Py_ssize_t child_of(Table *table, Py_ssize_t number, PyObject *key) {
    const Place *own = &table->all[number];
    Py_ssize_t child = number + 1;
    if (own->sort == MAPPING && PyUnicode_Check(key)) {
        for (; child < own->after; child = table->all[child].after) {
            int has = has_key(table, &table->all[child], key);
            if (has)
                return has < 0 ? -1 : child;
        }
    } else if (own->sort == LIST && PyLong_Check(key)) {
        Py_ssize_t index = PyLong_AsSsize_t(key);
        if (index >= 0)
            return item_of(table, number, index);
        PyErr_Clear(); /* of a number too large for any item */
    }
    return 0;
}

/* Follow a path to its end, or to what the parser's events read; -1 where it leads to nothing, or with an exception.
 * `done`: of how many keys.
 */
Py_ssize_t followed(Table *table, Py_ssize_t number, PyObject *path, Py_ssize_t *done) {
    for (*done = 0; *done < PyTuple_GET_SIZE(path) && table->all[number].sort != FOREIGN; ++*done)
        if ((number = child_of(table, number, PyTuple_GET_ITEM(path, *done))) <= 0)
            return -1;
    return number;
}

/* The way on in places that the parser's events gave. */
static PyObject *descended_in(PyObject *spans, PyObject *path, Py_ssize_t from) {
    for (; from < PyTuple_GET_SIZE(path); from++) {
        PyObject *key = PyTuple_GET_ITEM(path, from), *inside = PyTuple_GET_SIZE(spans) == 3 ? PyTuple_GET_ITEM(spans, 2) : Py_None;
        if (PyDict_Check(inside)) {
            PyObject *entry = PyDict_GetItemWithError(inside, key);
            if (entry == NULL && PyErr_Occurred())
                return NULL;
            spans = entry == NULL ? NULL : PyTuple_GET_ITEM(entry, 2);
        } else {
            Py_ssize_t index = PyList_Check(inside) && PyLong_Check(key) ? PyLong_AsSsize_t(key) : -1;
            if (index < 0)
                PyErr_Clear(); /* as above */
            spans = index >= 0 && index < PyList_GET_SIZE(inside) ? PyList_GET_ITEM(inside, index) : NULL;
        }
        if (spans == NULL)
            Py_RETURN_NONE;
    }
    return Py_NewRef(spans);
}

PyObject *descended(PyObject *self, PyObject *path) {
    Places *places = (Places *)self;
    Table *table = table_in(places->holder);
    Py_ssize_t done;
    if (!PyTuple_Check(path)) {
        PyErr_SetString(PyExc_TypeError, "a path is a tuple");
        return NULL;
    }
    Py_ssize_t number = followed(table, places->number, path, &done);
    if (number < 0)
        return PyErr_Occurred() ? NULL : Py_NewRef(Py_None);
    if (table->all[number].sort == FOREIGN)
        return descended_in(foreign_part(table, &table->all[number], 1), path, done);
    return as_object(places->holder, number);
}
