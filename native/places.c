/* The places of a text's values, kept as numbers: most are never asked for, and making objects of all of them would take
 * as long as reading. To those who ask, a collection's are the triple that reading/spans.py describes.
 */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include "native.h"

#define FIRST_ROOM 1024

void begin_table(Table *table, PyObject *text) {
    memset(table, 0, sizeof *table);
    table->text.text = Py_NewRef(text);
    table->text.kind = PyUnicode_KIND(text);
    table->text.letters = PyUnicode_DATA(text);
    table->text.size = PyUnicode_GET_LENGTH(text);
}

void forget_table(Table *table) {
    PyMem_Free(table->all);
    Py_XDECREF(table->text.text);
    Py_XDECREF(table->foreign);
    Py_XDECREF(table->lines);
    memset(table, 0, sizeof *table);
}

/* Keep a place; give its number, or -1 with an exception. */
Py_ssize_t new_place(Table *table, Sort sort, Py_ssize_t key_start, Py_ssize_t key_stop, Py_ssize_t start, Py_ssize_t end) {
    if (table->count == table->room) {
        Py_ssize_t room = table->room ? table->room * 2 : FIRST_ROOM;
        Place *all = room > INT_MAX ? NULL : PyMem_Realloc(table->all, (size_t)room * sizeof *all);
        if (all == NULL) {
            PyErr_NoMemory();
            return -1;
        }
        table->all = all;
        table->room = room;
    }
    Py_ssize_t number = table->count++;
    table->all[number] = (Place){(int)key_start, (int)key_stop, (int)start, (int)end, (int)table->count, sort};
    return number;
}

/* Say where a collection ends, once all that is in it is kept. */
void end_place(Table *table, Py_ssize_t number, Py_ssize_t end) {
    table->all[number].end = (int)end;
    table->all[number].after = (int)table->count;
}

/* Keep places as the parser's events give them, with the key, which need not be what stands in the text. */
int put_foreign(Table *table, PyObject *key, Py_ssize_t key_start, Py_ssize_t key_stop, PyObject *spans) {
    if (table->foreign == NULL && (table->foreign = PyList_New(0)) == NULL)
        return -1;
    PyObject *both = PyTuple_Pack(2, key, spans);
    int failed = both == NULL || PyList_Append(table->foreign, both) < 0;
    Py_XDECREF(both);
    return failed || new_place(table, FOREIGN, key_start, key_stop, PyList_GET_SIZE(table->foreign) - 1, 0) < 0 ? -1 : 0;
}

/* ---- what Python sees ---- */

static PyTypeObject places_type;

Table *table_in(PyObject *holder) {
    return PyCapsule_GetPointer(holder, NULL);
}

int are_places(PyObject *object) {
    return Py_IS_TYPE(object, &places_type);
}

static void forget_holder(PyObject *holder) {
    Table *table = table_in(holder);
    forget_table(table);
    PyMem_Free(table);
}

PyObject *foreign_part(const Table *table, const Place *place, Py_ssize_t which) {
    return PyTuple_GET_ITEM(PyList_GET_ITEM(table->foreign, place->start), which);
}

/* The place of one value as an object. */
PyObject *as_object(PyObject *holder, Py_ssize_t number) {
    const Table *table = table_in(holder);
    const Place *place = &table->all[number];
    if (place->sort == SCALAR)
        return Py_BuildValue("ii", place->start, place->end);
    if (place->sort == FOREIGN)
        return Py_NewRef(foreign_part(table, place, 1));
    Places *places = PyObject_New(Places, &places_type);
    if (places != NULL) {
        places->holder = Py_NewRef(holder);
        places->inside = NULL;
        places->number = number;
    }
    return (PyObject *)places;
}

/* The places of a whole text; takes the table over. */
PyObject *as_places(Table *table) {
    Table *kept = PyMem_Malloc(sizeof *kept);
    if (kept == NULL)
        return PyErr_NoMemory();
    PyObject *holder = PyCapsule_New(kept, NULL, forget_holder), *places;
    if (holder == NULL) {
        PyMem_Free(kept);
        return NULL;
    }
    *kept = *table;
    memset(table, 0, sizeof *table);
    places = as_object(holder, 0);
    Py_DECREF(holder);
    return places;
}

static PyObject *key_of(const Table *table, const Place *place) {
    if (place->sort == FOREIGN)
        return Py_NewRef(foreign_part(table, place, 0));
    return part(&table->text, place->key_start, place->key_stop);
}

/* Put the place of one entry where the others are; takes over `child`. */
static int put_entry(PyObject *inside, const Table *table, const Place *place, PyObject *child) {
    PyObject *key = child == NULL ? NULL : key_of(table, place), *entry = NULL;
    if (key != NULL)
        entry = Py_BuildValue("iiO", place->key_start, place->key_stop, child);
    int failed = entry == NULL ? -1 : PyDict_SetItem(inside, key, entry);
    Py_XDECREF(child);
    Py_XDECREF(key);
    Py_XDECREF(entry);
    return failed;
}

/* Put the place of one item after the others; takes over `child`. */
static int put_item(PyObject *inside, PyObject *child) {
    int failed = child == NULL ? -1 : PyList_Append(inside, child);
    Py_XDECREF(child);
    return failed;
}

/* What is directly in a collection; borrowed. */
static PyObject *inside_of(Places *self) {
    if (self->inside != NULL)
        return self->inside;
    const Table *table = table_in(self->holder);
    const Place *own = &table->all[self->number];
    PyObject *inside = own->sort == MAPPING ? PyDict_New() : PyList_New(0);
    for (Py_ssize_t number = self->number + 1; inside != NULL && number < own->after; number = table->all[number].after) {
        PyObject *child = as_object(self->holder, number);
        if ((own->sort == MAPPING ? put_entry(inside, table, &table->all[number], child) : put_item(inside, child)) < 0)
            Py_CLEAR(inside);
    }
    return self->inside = inside;
}

static Py_ssize_t places_length(PyObject *self) {
    (void)self;
    return 3;
}

static PyObject *places_item(PyObject *self, Py_ssize_t index) {
    Places *places = (Places *)self;
    const Place *own = &table_in(places->holder)->all[places->number];
    switch (index) {
    case 0: return PyLong_FromLong(own->start);
    case 1: return PyLong_FromLong(own->end);
    case 2: return Py_XNewRef(inside_of(places));
    }
    PyErr_SetString(PyExc_IndexError, "a place has a start, an end and what is inside");
    return NULL;
}

/* A place as the tuple that it stands for; anything else as it is. */
static PyObject *as_tuple(PyObject *place) {
    return are_places(place) ? PySequence_Tuple(place) : Py_NewRef(place);
}

static PyObject *places_compare(PyObject *self, PyObject *other, int how) {
    PyObject *left = as_tuple(self), *right = as_tuple(other), *answer = NULL;
    if (left != NULL && right != NULL)
        answer = PyObject_RichCompare(left, right, how);
    Py_XDECREF(left);
    Py_XDECREF(right);
    return answer;
}

static PyObject *places_repr(PyObject *self) {
    PyObject *tuple = as_tuple(self), *text = tuple == NULL ? NULL : PyObject_Repr(tuple);
    Py_XDECREF(tuple);
    return text;
}

static void places_dealloc(PyObject *self) {
    Py_DECREF(((Places *)self)->holder);
    Py_XDECREF(((Places *)self)->inside);
    PyObject_Free(self);
}

static PyObject *places_lines(PyObject *self, void *Py_UNUSED(closure)) {
    return Py_NewRef(table_in(((Places *)self)->holder)->lines);
}

static PyGetSetDef places_attributes[] = {
    {"lines", places_lines, NULL, "Where each line of the text begins.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyMethodDef places_methods[] = {
    {"descended", descended, METH_O, "descended(path)\n--\n\nFollow a part of a path; None where it leads to nothing."},
    {NULL, NULL, 0, NULL},
};

static PySequenceMethods places_sequence = {.sq_length = places_length, .sq_item = places_item};

static PyTypeObject places_type = {
    PyVarObject_HEAD_INIT(NULL, 0)
    .tp_name = "kehoach_native.Places",
    .tp_doc = "The places of a collection and of all that is in it.",
    .tp_basicsize = sizeof(Places),
    .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION,
    .tp_dealloc = places_dealloc,
    .tp_repr = places_repr,
    .tp_hash = PyObject_HashNotImplemented,
    .tp_richcompare = places_compare,
    .tp_as_sequence = &places_sequence,
    .tp_methods = places_methods,
    .tp_getset = places_attributes,
};

int prepare_places(void) {
    return PyType_Ready(&places_type);
}
