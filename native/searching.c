/* What stands in a text, told in one look at each of its letters: see reading/document.py and analysis/automaton.py. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <string.h>
#include "native.h"

#define LETTERS 0x110000
#define CLASSED 0x10000 /* the letters that a table tells apart; all others are of class 0 */

/* Do something with every letter of a text. */
#define EACH(type, text, letter, what)                                                                                                 \
    for (Py_ssize_t at = 0, size = PyUnicode_GET_LENGTH(text); at < size; at++) {                                                      \
        Py_UCS4 letter = ((const type *)PyUnicode_DATA(text))[at];                                                                     \
        what;                                                                                                                          \
    }
#define EVERY(text, letter, what)                                                                                                      \
    switch (PyUnicode_KIND(text)) {                                                                                                    \
    case PyUnicode_1BYTE_KIND: EACH(Py_UCS1, text, letter, what) break;                                                                \
    case PyUnicode_2BYTE_KIND: EACH(Py_UCS2, text, letter, what) break;                                                                \
    default: EACH(Py_UCS4, text, letter, what)                                                                                         \
    }

/* Give the set of a text's letters. */
PyObject *characters(PyObject *Py_UNUSED(module), PyObject *text) {
    static union {
        unsigned char letters[LETTERS];
        uint64_t eight[LETTERS / 8];
    } stands;
    if (!PyUnicode_Check(text))
        return PyErr_Format(PyExc_TypeError, "a text is wanted");
    PyObject *found = PyFrozenSet_New(NULL); /* first, for making it may run other code, which may come here, too */
    Py_UCS4 largest = PyUnicode_MAX_CHAR_VALUE(text);
    memset(&stands, 0, largest + 1);
    EVERY(text, letter, stands.letters[letter] = 1)
    for (Py_UCS4 code = 0; found != NULL && code <= largest; code++) {
        if (code % 8 == 0 && stands.eight[code / 8] == 0) {
            code += 7;
        } else if (stands.letters[code]) {
            PyObject *letter = PyUnicode_FromOrdinal((int)code);
            if (letter == NULL || PySet_Add(found, letter) < 0)
                Py_CLEAR(found);
            Py_XDECREF(letter);
        }
    }
    return found;
}

/* Tell whether a table has all letters of a text, each as a 1. */
PyObject *are_all(PyObject *Py_UNUSED(module), PyObject *arguments) {
    PyObject *text;
    const unsigned char *wanted;
    Py_ssize_t size;
    unsigned char are = 1;
    if (!PyArg_ParseTuple(arguments, "Uy#", &text, &wanted, &size))
        return NULL;
    if (size != CLASSED)
        return PyErr_Format(PyExc_ValueError, "this is no table of letters");
    if (PyUnicode_KIND(text) == PyUnicode_4BYTE_KIND)
        Py_RETURN_FALSE;
    EVERY(text, letter, are &= wanted[letter & (CLASSED - 1)])
    return PyBool_FromLong(are);
}

/* Tables as analysis/automaton.py makes them. */
typedef struct {
    const unsigned char *classes, *marks;
    const uint16_t *states;
} Automaton;

#define HEADS 4
#define STEP(state, at)                                                                                                                \
    do {                                                                                                                               \
        Py_UCS4 letter = PyUnicode_READ(kind, letters, at);                                                                            \
        state = automaton->states[state + (letter < CLASSED ? automaton->classes[letter] : 0)];                                        \
        seen |= automaton->marks[state];                                                                                               \
    } while (0)

/* Give the marks of all states that a text leads to. Each step waits for the one before, so four parts of the text are gone through
 * at a time, each as far as what began in it may go on. */
static inline unsigned led(const Automaton *automaton, int kind, const void *letters, Py_ssize_t size) {
    Py_ssize_t part = size / HEADS;
    unsigned seen = 0, state[HEADS] = {0};
    for (Py_ssize_t at = 0; at < part; at++) {
        STEP(state[0], at);
        STEP(state[1], at + part);
        STEP(state[2], at + 2 * part);
        STEP(state[3], at + 3 * part);
    }
    for (int head = 0; head < HEADS; head++)
        for (Py_ssize_t at = (head + 1) * part; at < size && (state[head] != 0 || head == HEADS - 1); at++)
            STEP(state[head], at);
    return seen;
}

/* Lead a text through an automaton and give the marks of all states that it came to. */
PyObject *lead_through(PyObject *Py_UNUSED(module), PyObject *arguments) {
    PyObject *text;
    Automaton automaton;
    const char *states;
    Py_ssize_t class_count, states_size, mark_count, size;
    unsigned seen;
    if (!PyArg_ParseTuple(arguments, "Uy#y#y#", &text, &automaton.classes, &class_count, &states, &states_size, &automaton.marks, &mark_count))
        return NULL;
    if (class_count != CLASSED || states_size != 2 * mark_count)
        return PyErr_Format(PyExc_ValueError, "this is no automaton");
    automaton.states = (const uint16_t *)states;
    size = PyUnicode_GET_LENGTH(text);
    switch (PyUnicode_KIND(text)) {
    case PyUnicode_1BYTE_KIND: seen = led(&automaton, PyUnicode_1BYTE_KIND, PyUnicode_DATA(text), size); break;
    case PyUnicode_2BYTE_KIND: seen = led(&automaton, PyUnicode_2BYTE_KIND, PyUnicode_DATA(text), size); break;
    default: seen = led(&automaton, PyUnicode_4BYTE_KIND, PyUnicode_DATA(text), size);
    }
    return PyLong_FromUnsignedLong(seen);
}
