/* Values as JSON in UTF-8: what model/encoding.py has Python's library do. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <string.h>
#include "native.h"

#define FIRST_ROOM 1024
#define MOST_OF_A_LETTER 6 /* bytes: an escape */

typedef struct {
    char *bytes;
    Py_ssize_t size, room;
    PyObject *as_text;     /* the types that are written as Python's `str` writes them; borrowed */
    PyObject *plain;       /* makes of any other value one that JSON has a word for; borrowed */
    int is_left_to_python; /* something is not written here */
} Page;

/* Make room for so many bytes more. */
static int make_room(Page *page, Py_ssize_t more) {
    if (more <= page->room - page->size)
        return 0;
    Py_ssize_t room = page->room * 2 > page->size + more ? page->room * 2 : page->size + more + FIRST_ROOM;
    char *bytes = PyMem_Realloc(page->bytes, (size_t)room);
    if (bytes == NULL) {
        PyErr_NoMemory();
        return -1;
    }
    page->bytes = bytes;
    page->room = room;
    return 0;
}

static int put(Page *page, const char *bytes) {
    Py_ssize_t size = (Py_ssize_t)strlen(bytes);
    if (make_room(page, size) < 0)
        return -1;
    memcpy(page->bytes + page->size, bytes, (size_t)size);
    page->size += size;
    return 0;
}

static char *escaped(char *to, Py_UCS4 letter) {
    static const char hex[] = "0123456789abcdef", all[] = "\b\t\n\f\r\"\\", names[] = "btnfr\"\\";
    const char *known = letter ? strchr(all, (int)letter) : NULL;
    *to++ = '\\';
    if (known != NULL) {
        *to++ = names[known - all];
        return to;
    }
    memcpy(to, "u00", 3);
    to[3] = hex[letter >> 4];
    to[4] = hex[letter & 15];
    return to + 5;
}

/* Halves of a pair are written, too, each by itself. */
static char *beyond_ascii(char *to, Py_UCS4 letter) {
    if (letter < 0x800) {
        *to++ = (char)(0xC0 | letter >> 6);
    } else {
        if (letter < 0x10000)
            *to++ = (char)(0xE0 | letter >> 12);
        else {
            *to++ = (char)(0xF0 | letter >> 18);
            *to++ = (char)(0x80 | (letter >> 12 & 0x3F));
        }
        *to++ = (char)(0x80 | (letter >> 6 & 0x3F));
    }
    *to++ = (char)(0x80 | (letter & 0x3F));
    return to;
}

static int write_text(Page *page, PyObject *text) {
    Py_ssize_t length = PyUnicode_GET_LENGTH(text);
    if (length > (PY_SSIZE_T_MAX - 2) / MOST_OF_A_LETTER || make_room(page, MOST_OF_A_LETTER * length + 2) < 0)
        return -1;
    int kind = PyUnicode_KIND(text);
    const void *letters = PyUnicode_DATA(text);
    char *to = page->bytes + page->size;
    *to++ = '"';
    for (Py_ssize_t i = 0; i < length; i++) {
        Py_UCS4 letter = PyUnicode_READ(kind, letters, i);
        if (letter >= 0x80)
            to = beyond_ascii(to, letter);
        else if (letter < ' ' || letter == '"' || letter == '\\')
            to = escaped(to, letter);
        else
            *to++ = (char)letter;
    }
    *to++ = '"';
    page->size = to - page->bytes;
    return 0;
}

static int write_value(Page *page, PyObject *value);

static int write_items(Page *page, PyObject *const *items, Py_ssize_t count) {
    int failed = put(page, "[");
    for (Py_ssize_t i = 0; !failed && i < count; i++)
        failed = (i > 0 && put(page, ",") < 0) || write_value(page, items[i]) < 0 ? -1 : 0;
    return failed || put(page, "]") < 0 ? -1 : 0;
}

static int write_entries(Page *page, PyObject *dictionary) {
    PyObject *key, *value;
    Py_ssize_t at = 0;
    int failed = put(page, "{");
    for (int is_first = 1; !failed && PyDict_Next(dictionary, &at, &key, &value); is_first = 0) {
        if (!PyUnicode_Check(key))
            page->is_left_to_python = 1;
        else
            failed = (!is_first && put(page, ",") < 0) || write_text(page, key) < 0 || put(page, ":") < 0 || write_value(page, value) < 0 ? -1 : 0;
    }
    return failed || put(page, "}") < 0 ? -1 : 0;
}

static int write_number(Page *page, PyObject *number) {
    char digits[32];
    int is_too_large;
    long long value = PyLong_AsLongLongAndOverflow(number, &is_too_large);
    page->is_left_to_python |= is_too_large;
    PyOS_snprintf(digits, sizeof digits, "%lld", value);
    return put(page, digits);
}

/* A value that JSON has no word for. */
static int write_made(Page *page, PyObject *value) {
    int is_text = PySequence_Contains(page->as_text, (PyObject *)Py_TYPE(value));
    PyObject *made = is_text < 0 ? NULL : is_text ? PyObject_Str(value) : PyObject_CallOneArg(page->plain, value);
    int failed = made == NULL ? -1 : write_value(page, made);
    Py_XDECREF(made);
    return failed;
}

static int write_value(Page *page, PyObject *value) {
    if (page->is_left_to_python)
        return 0;
    if (PyUnicode_Check(value))
        return write_text(page, value);
    if (value == Py_None || PyBool_Check(value))
        return put(page, value == Py_None ? "null" : value == Py_True ? "true" : "false");
    if (PyLong_CheckExact(value))
        return write_number(page, value);
    if (PyLong_Check(value) || PyFloat_Check(value)) {
        page->is_left_to_python = 1;
        return 0;
    }
    if (Py_EnterRecursiveCall(" while writing a value"))
        return -1;
    int failed;
    if (PyTuple_Check(value) || PyList_Check(value))
        failed = write_items(page, PySequence_Fast_ITEMS(value), PySequence_Fast_GET_SIZE(value));
    else
        failed = PyDict_Check(value) ? write_entries(page, value) : write_made(page, value);
    Py_LeaveRecursiveCall();
    return failed;
}

/* Write a value; None where Python is to write it. */
PyObject *written(PyObject *Py_UNUSED(module), PyObject *const *arguments, Py_ssize_t count) {
    if (count != 3)
        return PyErr_Format(PyExc_TypeError, "a value, types and a function are wanted");
    Page page;
    memset(&page, 0, sizeof page);
    page.as_text = arguments[1];
    page.plain = arguments[2];
    PyObject *made = NULL;
    if (write_value(&page, arguments[0]) == 0)
        made = page.is_left_to_python ? Py_NewRef(Py_None) : PyBytes_FromStringAndSize(page.bytes, page.size);
    PyMem_Free(page.bytes);
    return made;
}
