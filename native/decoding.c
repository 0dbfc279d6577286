/* UTF-8 as nearly all plans are written: letters of up to three bytes, none of them in error. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <string.h>
#include "native.h"

#define EIGHT 8
#define FEW 128
#define BEYOND_ASCII UINT64_C(0x8080808080808080)
#define FIRST_BEYOND_LATIN 0xC4 /* the first byte of the first letter that takes two bytes in memory */
#define FIRST_BEYOND_TWO 0xF0

#define GOES_ON(byte) (((byte) & 0xC0) == 0x80)

/* Count the letters of a text; 0 where Python is to read it. Counts of few bytes fit into one, and compilers add up many of those at once. */
static Py_ssize_t count_letters(const unsigned char *content, Py_ssize_t size) {
    Py_ssize_t count = size;
    unsigned char largest = 0;
    for (Py_ssize_t from = 0; from < size; from += FEW) {
        unsigned char going_on = 0;
        Py_ssize_t few = size - from < FEW ? size - from : FEW;
        for (Py_ssize_t i = from; i < from + few; i++) {
            going_on += GOES_ON(content[i]);
            largest = content[i] > largest ? content[i] : largest;
        }
        count -= going_on;
    }
    return largest >= FIRST_BEYOND_LATIN && largest < FIRST_BEYOND_TWO ? count : 0;
}

/* Read all letters; 0 where one is in error. */
static int put_letters(const unsigned char *at, const unsigned char *end, Py_UCS2 *letters) {
    uint64_t eight;
    while (at < end) {
        if (*at < 0x80) {
            while (end - at >= EIGHT && (memcpy(&eight, at, EIGHT), eight & BEYOND_ASCII) == 0) {
                for (int i = 0; i < EIGHT; i++)
                    letters[i] = at[i];
                letters += EIGHT;
                at += EIGHT;
            }
            while (at < end && *at < 0x80)
                *letters++ = *at++;
        } else if (*at < 0xE0) {
            if (*at < 0xC2 || end - at < 2 || !GOES_ON(at[1]))
                return 0;
            *letters++ = (Py_UCS2)((at[0] & 0x1F) << 6 | (at[1] & 0x3F));
            at += 2;
        } else {
            if (end - at < 3 || !GOES_ON(at[1]) || !GOES_ON(at[2]))
                return 0;
            Py_UCS2 letter = (Py_UCS2)((at[0] & 0x0F) << 12 | (at[1] & 0x3F) << 6 | (at[2] & 0x3F));
            if (letter < 0x800 || Py_UNICODE_IS_SURROGATE(letter))
                return 0;
            *letters++ = letter;
            at += 3;
        }
    }
    return 1;
}

/* Read bytes as UTF-8; None where Python is to read them, or to say what is wrong. */
PyObject *decoded(PyObject *Py_UNUSED(module), PyObject *content) {
    if (!PyBytes_Check(content))
        return PyErr_Format(PyExc_TypeError, "bytes are wanted");
    const unsigned char *start = (const unsigned char *)PyBytes_AS_STRING(content), *end = start + PyBytes_GET_SIZE(content);
    Py_ssize_t count = count_letters(start, end - start);
    if (count == 0)
        Py_RETURN_NONE;
    PyObject *text = PyUnicode_New(count, 0xFFFF);
    if (text != NULL && !put_letters(start, end, PyUnicode_2BYTE_DATA(text)))
        Py_SETREF(text, Py_NewRef(Py_None));
    return text;
}
