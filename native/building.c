/* Nodes out of the data of a document: what reading/building.py does with every mapping, for the values that are as they
 * should be; anything else (a wrong shape, a key that is not known, a value that cannot be read) is left to its builder.
 * What a node says becomes its attributes one by one, so that it needs no dictionary and Python finds them at once.
 */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include "native.h"

typedef struct {
    PyObject *builder, *forms, *text, *id, *reference, *cut, *unreadable; /* borrowed from the caller */
    PyObject *known, *things, *references, *cuts, *frame;                 /* owned */
} Builder;

#define LONGEST_ID 64

enum { N_PATH, N_OTHER, N_READ, N_COMPLETE, N_NO_MAPPING, N_OWN, NAMES };
static PyObject *names[NAMES];

/* The place of a part of something; takes over `key`. */
static PyObject *longer(PyObject *path, PyObject *key) {
    Py_ssize_t length = PyTuple_GET_SIZE(path);
    PyObject *all = key == NULL ? NULL : PyTuple_New(length + 1);
    if (all == NULL) {
        Py_XDECREF(key);
        return NULL;
    }
    for (Py_ssize_t i = 0; i < length; i++)
        PyTuple_SET_ITEM(all, i, Py_NewRef(PyTuple_GET_ITEM(path, i)));
    PyTuple_SET_ITEM(all, length, key);
    return all;
}

/* What a dictionary holds, made by its `__missing__` if need be; borrowed. */
static PyObject *held(PyObject *dictionary, PyObject *key) {
    PyObject *found = PyDict_GetItemWithError(dictionary, key);
    if (found != NULL || PyErr_Occurred())
        return found;
    found = PyObject_GetItem(dictionary, key);
    Py_XDECREF(found); /* the dictionary has it now */
    return found;
}

/* What a kind has read a text as before; borrowed; NULL without an exception where it has not. */
static PyObject *known_as(Builder *builder, PyObject *kind, PyObject *text) {
    PyObject *of_kind = held(builder->known, kind), *found;
    if (of_kind == NULL)
        return NULL;
    found = PyDict_GetItemWithError(of_kind, text);
    return found == Py_None ? NULL : found;
}

/* Read a text that is met for the first time; NULL without an exception where it cannot be read. */
static PyObject *read_new(Builder *builder, PyObject *kind, PyObject *text) {
    PyObject *read = PyObject_CallMethodObjArgs(kind, names[N_READ], text, builder->frame, NULL), *of_kind;
    if (read == NULL) {
        if (PyErr_ExceptionMatches(builder->unreadable))
            PyErr_Clear();
        return NULL;
    }
    of_kind = held(builder->known, kind);
    if (of_kind == NULL || PyDict_SetItem(of_kind, text, read) < 0)
        Py_CLEAR(read);
    return read;
}

/* Tell whether a text is surely an id, as values/ids.py says what one is. */
static int is_id(PyObject *text) {
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    if (length == 0 || length > LONGEST_ID || !PyUnicode_IS_ASCII(text))
        return 0;
    const char *letters = PyUnicode_DATA(text);
    for (Py_ssize_t i = 0; i < length; i++)
        if (!Py_ISALNUM(letters[i]) && letters[i] != '.' && letters[i] != '_' && letters[i] != '-')
            return 0;
    return 1;
}

/* What a kind reads a text as; NULL without an exception where it cannot. */
static PyObject *read_text(Builder *builder, PyObject *kind, PyObject *text) {
    if (kind == builder->text || ((kind == builder->id || kind == builder->reference) && is_id(text)))
        return Py_NewRef(text);
    PyObject *read = known_as(builder, kind, text);
    if (read != NULL)
        return Py_NewRef(read);
    return PyErr_Occurred() ? NULL : read_new(builder, kind, text);
}

/* Note an id, or what refers to one; takes over `names_read` and `places`. */
static int refer(Builder *builder, PyObject *field, PyObject *names_read, PyObject *path, PyObject *into, PyObject *places) {
    if (names_read == NULL || places == NULL) {
        Py_XDECREF(names_read);
        Py_XDECREF(places);
        return -1;
    }
    PyObject *all = PyTuple_Pack(5, field, names_read, path, into, places);
    Py_DECREF(names_read);
    Py_DECREF(places);
    int failed = all == NULL ? -1 : PyList_Append(builder->references, all);
    Py_XDECREF(all);
    return failed;
}

static int define(Builder *builder, PyObject *name, PyObject *thing, PyObject *path) {
    PyObject *all = PyDict_GetItemWithError(builder->things, name), *one;
    if (all == NULL) {
        if (PyErr_Occurred() || (all = PyList_New(0)) == NULL)
            return -1;
        int failed = PyDict_SetItem(builder->things, name, all);
        Py_DECREF(all);
        if (failed)
            return -1;
    }
    one = PyTuple_Pack(2, thing, path);
    int failed = one == NULL ? -1 : PyList_Append(all, one);
    Py_XDECREF(one);
    return failed;
}

/* One scalar: (attribute, kind, field or None, thing or None).
 * One that cannot be read goes to the builder, which reads it again and complains.
 */
static int read_scalar(Builder *builder, PyObject *scalar, PyObject *key, PyObject *value, PyObject *path, PyObject *into) {
    PyObject *kind = PyTuple_GET_ITEM(scalar, 1), *field = PyTuple_GET_ITEM(scalar, 2), *thing = PyTuple_GET_ITEM(scalar, 3);
    PyObject *read = read_text(builder, kind, value), *here = NULL;
    int failed = -1;
    if (read == NULL) {
        if (PyErr_Occurred() || (here = longer(path, Py_NewRef(key))) == NULL)
            goto done;
        read = PyObject_CallMethodObjArgs(builder->builder, names[N_READ], kind, value, here, thing, NULL);
        if (read == NULL)
            goto done;
        if (read == builder->cut) {
            failed = 0;
            goto done;
        }
    }
    if (PyObject_GenericSetAttr(into, PyTuple_GET_ITEM(scalar, 0), read) < 0)
        goto done;
    if (field != Py_None) {
        if (here == NULL && (here = longer(path, Py_NewRef(key))) == NULL)
            goto done;
        if (thing != Py_None)
            failed = define(builder, read, thing, here);
        else
            failed = refer(builder, field, PyTuple_Pack(1, read), here, into, Py_NewRef(Py_None));
    } else
        failed = 0;
done:
    Py_XDECREF(read);
    Py_XDECREF(here);
    return failed;
}

static PyObject *numbers_to(Py_ssize_t count) {
    PyObject *all = PyList_New(count);
    for (Py_ssize_t i = 0; all != NULL && i < count; i++) {
        PyObject *number = PyLong_FromSsize_t(i);
        if (number == NULL)
            Py_CLEAR(all);
        else
            PyList_SET_ITEM(all, i, number);
    }
    return all;
}

/* A list of scalars, (attribute, kind, field or None, length or None); 1: left to the builder, which reads it from its beginning. */
static int read_values(Builder *builder, PyObject *list, PyObject *key, PyObject *value, PyObject *path, PyObject *into) {
    PyObject *kind = PyTuple_GET_ITEM(list, 1), *field = PyTuple_GET_ITEM(list, 2), *length = PyTuple_GET_ITEM(list, 3);
    Py_ssize_t count = PyList_GET_SIZE(value);
    if (count == 0 || (length != Py_None && PyLong_AsSsize_t(length) != count))
        return PyErr_Occurred() ? -1 : 1;
    PyObject *found = PyTuple_New(count);
    int failed = -1;
    for (Py_ssize_t i = 0; found != NULL && i < count; i++) {
        PyObject *item = PyList_GET_ITEM(value, i);
        PyObject *read = PyUnicode_CheckExact(item) ? read_text(builder, kind, item) : NULL;
        if (read == NULL) {
            failed = PyErr_Occurred() ? -1 : 1;
            goto done;
        }
        PyTuple_SET_ITEM(found, i, read);
    }
    if (found == NULL)
        return -1;
    if (field != Py_None) {
        PyObject *here = longer(path, Py_NewRef(key));
        if (here == NULL)
            goto done;
        failed = refer(builder, field, Py_NewRef(found), here, into, numbers_to(count));
        Py_DECREF(here);
        if (failed)
            goto done;
    }
    failed = PyObject_GenericSetAttr(into, PyTuple_GET_ITEM(list, 0), found);
done:
    Py_DECREF(found);
    return failed;
}

static PyObject *node(Builder *builder, PyObject *kind, PyObject *data, PyObject *path);

/* A list of mappings, (attribute, kind of node). */
static int read_nodes(Builder *builder, PyObject *inner, PyObject *key, PyObject *value, PyObject *path, PyObject *into) {
    PyObject *here = longer(path, Py_NewRef(key)), *found = PyList_New(0);
    int failed = here == NULL || found == NULL ? -1 : 0;
    for (Py_ssize_t i = 0; !failed && i < PyList_GET_SIZE(value); i++) {
        PyObject *item = PyList_GET_ITEM(value, i);
        if (item == Py_None)
            continue;
        PyObject *at = longer(here, PyLong_FromSsize_t(i)), *one = NULL;
        if (at != NULL)
            one = node(builder, PyTuple_GET_ITEM(inner, 1), item, at);
        failed = one == NULL ? -1 : one == Py_None ? 0 : PyList_Append(found, one);
        Py_XDECREF(at);
        Py_XDECREF(one);
    }
    if (!failed && PyList_GET_SIZE(found) > 0) {
        PyObject *all = PyList_AsTuple(found);
        failed = all == NULL ? -1 : PyObject_GenericSetAttr(into, PyTuple_GET_ITEM(inner, 0), all);
        Py_XDECREF(all);
    }
    Py_XDECREF(here);
    Py_XDECREF(found);
    return failed;
}

/* One entry of a table; 1: left to the builder. */
static int read_entry(Builder *builder, PyObject *table, PyObject *key, PyObject *value, PyObject *into) {
    if (!PyUnicode_CheckExact(value) || PyUnicode_Tailmatch(key, names[N_OWN], 0, PY_SSIZE_T_MAX, -1))
        return PyErr_Occurred() ? -1 : 1;
    PyObject *name = read_text(builder, PyTuple_GET_ITEM(table, 1), key), *read = NULL;
    if (name != NULL)
        read = read_text(builder, PyTuple_GET_ITEM(table, 2), value);
    int failed = read != NULL ? PyDict_SetItem(into, name, read) : PyErr_Occurred() ? -1 : 1;
    Py_XDECREF(name);
    Py_XDECREF(read);
    return failed;
}

/* A mapping of scalars, (attribute, kind of the keys, kind); 1: left to the builder, which reads it from its beginning. */
static int read_table(Builder *builder, PyObject *table, PyObject *value, PyObject *into) {
    PyObject *found = PyDict_New(), *key, *one;
    Py_ssize_t position = 0;
    int failed = found == NULL ? -1 : PyDict_GET_SIZE(value) == 0;
    while (!failed && PyDict_Next(value, &position, &key, &one))
        failed = read_entry(builder, table, key, one, found);
    if (!failed)
        failed = PyObject_GenericSetAttr(into, PyTuple_GET_ITEM(table, 0), found);
    Py_XDECREF(found);
    return failed;
}

/* A mapping of its own kind, (attribute, kind of node). */
static int read_node(Builder *builder, PyObject *inner, PyObject *key, PyObject *value, PyObject *path, PyObject *into) {
    PyObject *here = longer(path, Py_NewRef(key)), *one = NULL;
    if (here != NULL)
        one = node(builder, PyTuple_GET_ITEM(inner, 1), value, here);
    int failed = one == NULL ? -1 : one == Py_None ? 0 : PyObject_GenericSetAttr(into, PyTuple_GET_ITEM(inner, 0), one);
    Py_XDECREF(here);
    Py_XDECREF(one);
    return failed;
}

enum { SCALARS, NEEDED, LISTS, NODES, ONES, TABLES, FORMS };

/* One key of a mapping. */
static int read_key(Builder *builder, PyObject *form, PyObject *kind, PyObject *key, PyObject *value, PyObject *data, PyObject *path, PyObject *into) {
    PyObject *how;
    int failed = 1;
    if (PyUnicode_CheckExact(value)) {
        if ((how = PyDict_GetItemWithError(PyTuple_GET_ITEM(form, SCALARS), key)) != NULL)
            return read_scalar(builder, how, key, value, path, into);
    } else if (PyList_CheckExact(value)) {
        if ((how = PyDict_GetItemWithError(PyTuple_GET_ITEM(form, NODES), key)) != NULL)
            return read_nodes(builder, how, key, value, path, into);
        if (!PyErr_Occurred() && (how = PyDict_GetItemWithError(PyTuple_GET_ITEM(form, LISTS), key)) != NULL)
            failed = read_values(builder, how, key, value, path, into);
    } else if (PyDict_CheckExact(value)) {
        if ((how = PyDict_GetItemWithError(PyTuple_GET_ITEM(form, ONES), key)) != NULL)
            return read_node(builder, how, key, value, path, into);
        if (!PyErr_Occurred() && (how = PyDict_GetItemWithError(PyTuple_GET_ITEM(form, TABLES), key)) != NULL)
            failed = read_table(builder, how, value, into);
    }
    if (failed < 1 || PyErr_Occurred())
        return failed < 1 ? failed : -1;
    PyObject *own = PyObject_GenericGetDict(into, NULL), *none = NULL;
    if (own != NULL)
        none = PyObject_CallMethodObjArgs(builder->builder, names[N_OTHER], kind, key, data, path, own, NULL);
    Py_XDECREF(own);
    Py_XDECREF(none);
    return none == NULL ? -1 : 0;
}

/* Tell whether a node has a value that no class gives for one that is absent. */
static int surely_has(PyObject *node, PyObject *attribute) {
    PyObject *value = PyObject_GenericGetAttr(node, attribute);
    if (value == NULL)
        return -1;
    Py_ssize_t size = PyTuple_CheckExact(value) ? PyTuple_GET_SIZE(value) : PyDict_CheckExact(value) ? PyDict_GET_SIZE(value) : value != Py_None;
    Py_DECREF(value);
    return size > 0;
}

/* Look whether all required keys are there. */
static int complete(Builder *builder, PyObject *form, PyObject *kind, PyObject *data, PyObject *path, PyObject *into, Py_ssize_t cuts_before) {
    PyObject *needed = PyTuple_GET_ITEM(form, NEEDED);
    int has = 1;
    for (Py_ssize_t i = 0; has == 1 && i < PyTuple_GET_SIZE(needed); i++)
        has = surely_has(into, PyTuple_GET_ITEM(needed, i));
    if (has)
        return has < 0 ? -1 : 0;
    PyObject *own = PyObject_GenericGetDict(into, NULL), *before = PyLong_FromSsize_t(cuts_before), *none = NULL;
    if (own != NULL && before != NULL)
        none = PyObject_CallMethodObjArgs(builder->builder, names[N_COMPLETE], kind, data, path, own, before, NULL);
    Py_XDECREF(own);
    Py_XDECREF(before);
    Py_XDECREF(none);
    return none == NULL ? -1 : 0;
}

/* A node out of a mapping; None where there is no mapping. */
static PyObject *node(Builder *builder, PyObject *kind, PyObject *data, PyObject *path) {
    static PyObject *no_arguments;
    if (no_arguments == NULL && (no_arguments = PyTuple_New(0)) == NULL)
        return NULL;
    if (!PyDict_CheckExact(data))
        return PyObject_CallMethodObjArgs(builder->builder, names[N_NO_MAPPING], kind, data, path, NULL);
    PyObject *form = held(builder->forms, kind), *key, *value;
    if (form == NULL || !PyTuple_Check(form) || PyTuple_GET_SIZE(form) != FORMS) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_TypeError, "not a form");
        return NULL;
    }
    if (Py_EnterRecursiveCall(" while building a node"))
        return NULL;
    Py_ssize_t cuts_before = PyList_GET_SIZE(builder->cuts), position = 0;
    PyObject *made = ((PyTypeObject *)kind)->tp_new((PyTypeObject *)kind, no_arguments, NULL);
    int failed = made == NULL ? -1 : PyObject_GenericSetAttr(made, names[N_PATH], path);
    while (!failed && PyDict_Next(data, &position, &key, &value)) {
        Py_INCREF(key);
        Py_INCREF(value);
        failed = read_key(builder, form, kind, key, value, data, path, made);
        Py_DECREF(key);
        Py_DECREF(value);
    }
    if (!failed)
        failed = complete(builder, form, kind, data, path, made, cuts_before);
    Py_LeaveRecursiveCall();
    if (failed)
        Py_CLEAR(made);
    return made;
}

static int is_builder(const Builder *builder) {
    return PyDict_Check(builder->known) && PyDict_Check(builder->things) && PyList_Check(builder->references) &&
           PyList_Check(builder->cuts);
}

/* Take hold of what the builder fills; the first failure ends it, since asking on would clear its exception. */
static int take_hold(Builder *builder) {
    PyObject *misfits = PyObject_GetAttrString(builder->builder, "misfits");
    if (misfits == NULL)
        return -1;
    builder->cuts = PyObject_GetAttrString(misfits, "cuts");
    Py_DECREF(misfits);
    if (builder->cuts == NULL || (builder->known = PyObject_GetAttrString(builder->builder, "known")) == NULL ||
        (builder->things = PyObject_GetAttrString(builder->builder, "things")) == NULL ||
        (builder->references = PyObject_GetAttrString(builder->builder, "references")) == NULL ||
        (builder->frame = PyObject_GetAttrString(builder->builder, "frame")) == NULL)
        return -1;
    if (is_builder(builder))
        return 0;
    PyErr_SetString(PyExc_TypeError, "not a builder");
    return -1;
}

PyObject *build_node(PyObject *module, PyObject *arguments) {
    Builder builder;
    PyObject *kind, *data, *path;
    (void)module;
    memset(&builder, 0, sizeof builder);
    if (!PyArg_ParseTuple(arguments, "OO!OOOOOO!OO!", &builder.builder, &PyDict_Type, &builder.forms, &builder.text, &builder.id,
                          &builder.reference, &builder.cut, &builder.unreadable, &PyType_Type, &kind, &data, &PyTuple_Type, &path))
        return NULL;
    PyObject *made = take_hold(&builder) < 0 ? NULL : node(&builder, kind, data, path);
    Py_XDECREF(builder.known);
    Py_XDECREF(builder.things);
    Py_XDECREF(builder.references);
    Py_XDECREF(builder.frame);
    Py_XDECREF(builder.cuts);
    return made;
}

int prepare_building(void) {
    static const char *const all[] = {"path", "other", "read", "complete", "no_mapping", "x-"};
    for (int i = 0; i < NAMES; i++)
        if ((names[i] = PyUnicode_InternFromString(all[i])) == NULL)
            return -1;
    return 0;
}
