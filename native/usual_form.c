/* The usual form of a plan, read character by character: the same rules, data and places as reading/usual_lines.py and
 * reading/flow_form.py, which say what they are and stand in wherever this module is not installed.
 *
 * Whatever is not in the usual form is handed back: an entry to the callback, the whole text by returning None.
 * Nothing here recurses, and nothing is kept of a text but short words of plain letters, for the next one.
 */

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include "native.h"

#define MOST_LETTERS_OF_A_KEY 201
#define DEEPEST 64
#define WORDS 4096
#define LONGEST_WORD 24

/* What came of reading: a value, something unusual, or an exception of Python's. */
typedef enum { READ, UNUSUAL, FAILED } Outcome;

static PyObject *words[WORDS];

/* ---- letters ---- */

enum { KEY_FIRST = 1, KEY_INSIDE = 2, INDICATOR = 4, ENDS_PLAIN = 8 };

static unsigned char classes[128];

/* Say what each letter may be; once, when the module is loaded. */
void prepare_usual_form(void) {
    const char *c;
    for (int i = 0; i < 128; i++)
        if ((i >= '0' && i <= '9') || (i >= 'A' && i <= 'Z') || (i >= 'a' && i <= 'z') || i == '_')
            classes[i] |= KEY_FIRST | KEY_INSIDE;
    for (c = "./#-"; *c; c++)
        classes[(int)*c] |= KEY_INSIDE;
    for (c = "-?:,[]{}#&*!|>'\"%@`"; *c; c++)
        classes[(int)*c] |= INDICATOR;
    for (c = ",[]{}:#?\r\n"; *c; c++)
        classes[(int)*c] |= ENDS_PLAIN;
}

#define IS(letter, class) ((letter) < 128 && (classes[letter] & (class)))

/* Where a key of plain letters ends; `from` where there is none. */
static Py_ssize_t key_end(const Text *text, Py_ssize_t from, Py_ssize_t end) {
    Py_ssize_t at = from;
    if (at >= end || !IS(AT(text, at), KEY_FIRST))
        return from;
    do
        at++;
    while (at < end && IS(AT(text, at), KEY_INSIDE));
    return at - from > MOST_LETTERS_OF_A_KEY ? from : at;
}

static Py_ssize_t after_blanks(const Text *text, Py_ssize_t at) {
    while (at < text->size && AT(text, at) == ' ')
        at++;
    return at;
}

static Py_ssize_t before_blanks(const Text *text, Py_ssize_t from, Py_ssize_t end) {
    while (end > from && AT(text, end - 1) == ' ')
        end--;
    return end;
}

/* ---- texts ---- */

/* A part of the text; keys, years, ids and words that all plans share are kept from one text to the next. */
PyObject *part(const Text *text, Py_ssize_t start, Py_ssize_t end) {
    Py_ssize_t length = end - start;
    if (length > LONGEST_WORD || length == 0)
        return PyUnicode_Substring(text->text, start, end);
    char word[LONGEST_WORD];
    unsigned int hash = 2166136261u;
    for (Py_ssize_t i = 0; i < length; i++) {
        Py_UCS4 letter = AT(text, start + i);
        if (letter >= 128)
            return PyUnicode_Substring(text->text, start, end);
        word[i] = (char)letter;
        hash = (hash ^ letter) * 16777619u;
    }
    PyObject **place = &words[(hash ^ (hash >> 16)) % WORDS];
    PyObject *kept = *place;
    if (kept != NULL && PyUnicode_GET_LENGTH(kept) == length && memcmp(PyUnicode_DATA(kept), word, (size_t)length) == 0)
        return Py_NewRef(kept);
    PyObject *fresh = PyUnicode_New(length, 127);
    if (fresh == NULL)
        return NULL;
    memcpy(PyUnicode_DATA(fresh), word, (size_t)length);
    Py_XSETREF(*place, Py_NewRef(fresh));
    return fresh;
}

/* A plain text that says that there is nothing. */
static int is_absent(const Text *text, Py_ssize_t start, Py_ssize_t end) {
    static const char *const names[] = {"null", "Null", "NULL"};
    if (end == start || (end == start + 1 && AT(text, start) == '~'))
        return 1;
    if (end != start + 4)
        return 0;
    for (int n = 0; n < 3; n++) {
        int i = 0;
        while (i < 4 && AT(text, start + i) == (Py_UCS4)names[n][i])
            i++;
        if (i == 4)
            return 1;
    }
    return 0;
}

static PyObject *nothing_or_part(const Text *text, Py_ssize_t start, Py_ssize_t end, int is_quoted) {
    if (is_quoted ? start == end : is_absent(text, start, end))
        return Py_NewRef(Py_None);
    return part(text, start, end);
}

/* ---- collections that are being filled ---- */

typedef struct {
    int is_map;
    PyObject *data;          /* owned */
    PyObject *key;           /* owned: under which the value comes that is being read */
    Py_ssize_t key_start;
    Py_ssize_t indent, line, before; /* of a block: where the last entry begins, how many items stand before it */
    Py_ssize_t place, last;          /* in the table: its own, that of the last entry */
} Collection;

/* Keep the place of a value under its key, or as the next one; give its number. */
static Py_ssize_t put_place(Table *table, const Collection *one, Sort sort, Py_ssize_t start, Py_ssize_t end) {
    Py_ssize_t key_stop = one->is_map ? one->key_start + PyUnicode_GET_LENGTH(one->key) : 0;
    return new_place(table, sort, one->is_map ? one->key_start : 0, key_stop, start, end);
}

/* Begin a collection whose place is already kept. */
static int begin(Collection *one, int is_map, Py_ssize_t place) {
    memset(one, 0, sizeof *one);
    one->is_map = is_map;
    one->place = place;
    one->last = place + 1;
    one->data = is_map ? PyDict_New() : PyList_New(0);
    return one->data == NULL || place < 0 ? -1 : 0;
}

static void forget(Collection *one) {
    Py_CLEAR(one->data);
    Py_CLEAR(one->key);
}

static int put_value(Collection *one, PyObject *value) {
    return one->is_map ? PyDict_SetItem(one->data, one->key, value) : PyList_Append(one->data, value);
}

/* Keep a scalar and its place; takes over `value`. */
static Outcome put(Table *table, Collection *one, PyObject *value, Py_ssize_t start, Py_ssize_t end) {
    if (value == NULL)
        return FAILED;
    int failed = put_value(one, value) < 0 || put_place(table, one, SCALAR, start, end) < 0;
    Py_DECREF(value);
    return failed ? FAILED : READ;
}

/* Set the key of the next entry; takes over `key`; a key that is already there is unusual. */
static Outcome put_key(Table *table, Collection *one, PyObject *key, Py_ssize_t key_start) {
    if (key == NULL)
        return FAILED;
    Py_XSETREF(one->key, key);
    one->key_start = key_start;
    one->last = table->count;
    int is_there = PyDict_Contains(one->data, key);
    return is_there < 0 ? FAILED : is_there ? UNUSUAL : READ;
}

/* ---- values that end on their line ---- */

/* A quoted text without escapes, to the end of its line but for a comment. */
static Outcome read_quoted(Table *table, Collection *outer, Py_ssize_t start, Py_ssize_t end) {
    const Text *text = &table->text;
    Py_UCS4 mark = AT(text, start);
    Py_ssize_t close = start + 1;
    while (close < end && AT(text, close) != mark)
        close++;
    if (close == end)
        return UNUSUAL;
    for (Py_ssize_t i = start; i < end; i++)
        if (AT(text, i) == '\\')
            return UNUSUAL;
    Py_ssize_t after = close + 1;
    while (after < end && AT(text, after) == ' ')
        after++;
    if (after < end && (AT(text, after) != '#' || after == close + 1))
        return UNUSUAL;
    return put(table, outer, nothing_or_part(text, start + 1, close, 1), start, close + 1);
}

/* Where a plain text in a flow collection ends; `start` where there is none. */
static Py_ssize_t plain_end(const Text *text, Py_ssize_t start) {
    Py_ssize_t at = start, size = text->size;
    Py_UCS4 first = AT(text, at);
    if (first == '-') {
        if (at + 1 >= size)
            return start;
        switch (AT(text, at + 1)) {
        case ' ': case '\r': case '\n': case ',': case '[': case ']': case '{': case '}': case '-':
            return start;
        }
    } else if (IS(first, INDICATOR) || Py_UNICODE_ISSPACE(first))
        return start;
    at++;
    for (;;) {
        while (at < size && !IS(AT(text, at), ENDS_PLAIN))
            at++;
        if (at < size && AT(text, at) == '#' && AT(text, at - 1) != ' ')
            at++;
        else
            return at;
    }
}

/* After a value in a flow collection: a comma, or the end of the collection in sight; -1 where there is neither. */
static Py_ssize_t after_item(const Text *text, Py_ssize_t at, int *wants) {
    at = after_blanks(text, at);
    Py_UCS4 letter = at < text->size ? AT(text, at) : 0;
    *wants = letter == ',';
    return *wants ? after_blanks(text, at + 1) : letter == ']' || letter == '}' ? at : -1;
}

static int is_line_end(const Text *text, Py_ssize_t at) {
    Py_ssize_t after = after_blanks(text, at);
    if (after > at && after < text->size && AT(text, after) == '#')
        while (after < text->size && AT(text, after) != '\r' && AT(text, after) != '\n')
            after++;
    if (after < text->size && AT(text, after) == '\r')
        after++;
    return after == text->size ? AT(text, after - 1) != '\r' : AT(text, after) == '\n';
}

/* Begin a flow collection within another collection. */
static int begin_flow(Table *table, const Collection *outer, Collection *inner, Py_ssize_t at) {
    int is_map = AT(&table->text, at) == '{';
    return begin(inner, is_map, put_place(table, outer, is_map ? MAPPING : LIST, at, at));
}

/* A flow collection that ends on its line, with others in it. */
static Outcome read_flow(Table *table, Collection *outer, Py_ssize_t at, int room) {
    const Text *text = &table->text;
    Collection open[DEEPEST + 2];
    Outcome outcome = UNUSUAL;
    int depth = 0, wants = 0; /* wants: after a comma an item must follow */
    Py_ssize_t before = table->count;
    if (begin_flow(table, outer, &open[0], at) < 0) {
        outcome = FAILED;
        goto done;
    }
    at = after_blanks(text, at + 1);
    for (;;) {
        Collection *top = &open[depth];
        Py_ssize_t from = at, key_stop = key_end(text, at, text->size), value_at = at, value_end, next = -1;
        if (key_stop > from && key_stop + 1 < text->size && AT(text, key_stop) == ':' && AT(text, key_stop + 1) == ' ')
            value_at = after_blanks(text, key_stop + 1);
        int has_key = value_at > from, comma = 0;
        Py_UCS4 first = value_at < text->size ? AT(text, value_at) : 0;
        if (value_at >= text->size)
            goto done;
        if (first == '[' || first == '{') {
            if (has_key != top->is_map)
                goto done;
            if (has_key && (outcome = put_key(table, top, part(text, from, key_stop), from)) != READ)
                goto done;
            outcome = UNUSUAL;
            if (depth + 1 > room)
                goto done;
            depth++;
            if (begin_flow(table, top, &open[depth], value_at) < 0) {
                outcome = FAILED;
                goto done;
            }
            at = after_blanks(text, value_at + 1);
            wants = 0;
            continue;
        }
        int is_quoted = first == '"' || first == '\'';
        if (is_quoted) {
            value_end = value_at + 1;
            while (value_end < text->size) {
                Py_UCS4 letter = AT(text, value_end);
                if (letter == first || letter == '\r' || letter == '\n' || (first == '"' && letter == '\\'))
                    break;
                value_end++;
            }
            if (value_end < text->size && AT(text, value_end) == first)
                next = after_item(text, ++value_end, &comma);
        } else {
            value_end = plain_end(text, value_at);
            if (value_end > value_at)
                next = after_item(text, value_end, &comma);
        }
        if (next >= 0) {
            if (has_key != top->is_map)
                goto done;
            if (has_key && (outcome = put_key(table, top, part(text, from, key_stop), from)) != READ)
                goto done;
            outcome = FAILED;
            if (!is_quoted)
                value_end = before_blanks(text, value_at, value_end);
            PyObject *value = nothing_or_part(text, value_at + is_quoted, value_end - is_quoted, is_quoted);
            if (put(table, top, value, value_at, value_end) != READ)
                goto done;
            outcome = UNUSUAL;
            wants = comma;
            at = next;
            continue;
        }
        if (wants || AT(text, at) != (Py_UCS4)(top->is_map ? '}' : ']'))
            goto done;
        at++;
        if (depth == 0 ? !is_line_end(text, at) : (next = after_item(text, at, &wants)) < 0)
            goto done;
        int is_empty = top->is_map ? PyDict_GET_SIZE(top->data) == 0 : PyList_GET_SIZE(top->data) == 0;
        end_place(table, top->place, at);
        if (put_value(depth == 0 ? outer : top - 1, is_empty ? Py_None : top->data) < 0)
            outcome = FAILED;
        else if (depth == 0)
            outcome = READ;
        if (depth == 0 || outcome == FAILED)
            goto done;
        forget(top);
        depth--;
        at = next;
    }
done:
    while (depth >= 0)
        forget(&open[depth--]);
    if (outcome != READ)
        table->count = before;
    return outcome;
}

/* ---- lines ---- */

typedef struct {
    Table table;
    int crlf;
    int deepest;
    PyObject *entry; /* reads an entry by the parser's events */
    Collection open[DEEPEST + 2];
    int depth; /* of the innermost collection that is open */
    Py_ssize_t lined; /* how far the lines are kept in the table */
} Reader;

/* Begin a block as the value of the last key, or as the next item. */
static Outcome open_block(Reader *reader, int is_map, Py_ssize_t indent, Py_ssize_t start) {
    if (reader->depth + 2 > reader->deepest)
        return UNUSUAL;
    Collection *outer = &reader->open[reader->depth], *inner = outer + 1;
    reader->depth++;
    if (begin(inner, is_map, put_place(&reader->table, outer, is_map ? MAPPING : LIST, start, start)) < 0)
        return FAILED;
    inner->indent = indent;
    return put_value(outer, inner->data) < 0 ? FAILED : READ;
}

/* End the innermost block. */
static void close_block(Reader *reader, Py_ssize_t end) {
    Collection *inner = &reader->open[reader->depth--];
    end_place(&reader->table, inner->place, end);
    forget(inner);
}

/* End a key without a value. */
static Outcome put_nothing(Table *table, Collection *one) {
    Py_ssize_t after = one->key_start + PyUnicode_GET_LENGTH(one->key) + 1;
    return put(table, one, Py_NewRef(Py_None), after, after);
}

/* Forget the last entry of a block. */
static Outcome take_back(Table *table, Collection *one) {
    table->count = one->last;
    if (one->is_map) {
        if (one->key == NULL)
            return READ; /* it is the first */
        if (PyDict_DelItem(one->data, one->key) < 0)
            PyErr_Clear();
        return READ;
    }
    return PyList_SetSlice(one->data, one->before, PY_SSIZE_T_MAX, NULL) < 0 ? FAILED : READ;
}

/* Remember how far a list was filled before its next item. */
static void begin_item(const Table *table, Collection *one) {
    one->before = PyList_GET_SIZE(one->data);
    one->last = table->count;
}

/* What stands after an entry: the next thing that is not indented deeper. */
static Py_ssize_t next_entry(const Text *text, Py_ssize_t start, Py_ssize_t indent, int is_map) {
    Py_ssize_t at = start;
    for (;;) {
        while (at < text->size && AT(text, at) != '\n')
            at++;
        if (at >= text->size)
            return text->size;
        Py_ssize_t line = ++at;
        at = after_blanks(text, at);
        if (at >= text->size)
            return text->size;
        if (at - line > indent)
            continue;
        switch (AT(text, at)) {
        case '#': case '\r': case '\n':
            continue;
        case '-':
            if (is_map)
                continue;
        }
        return at;
    }
}

/* Read the entry around a line by the events; give the place of the next line in `at`. */
static Outcome read_entry(Reader *reader, Py_ssize_t *at) {
    const Text *text = &reader->table.text;
    Py_ssize_t start = after_blanks(text, *at), indent = start - *at, line = *at;
    int is_item = AT(text, start) == '-' && start + 1 < text->size && AT(text, start + 1) == ' ';
    Outcome outcome = READ;
    Collection *top = &reader->open[reader->depth];
    while (reader->depth > 0 && (top->is_map || indent < top->indent || (indent == top->indent && !is_item))) {
        close_block(reader, start);
        top = &reader->open[reader->depth];
    }
    if (indent > top->indent || (is_item && top->is_map)) {
        line = top->line;
        outcome = take_back(&reader->table, top);
    } else if (top->line == line)
        outcome = take_back(&reader->table, top);
    if (outcome != READ)
        return outcome;
    Py_ssize_t end = next_entry(text, start, top->indent, top->is_map);
    PyObject *read = PyObject_CallFunction(reader->entry, "nnni", line, end, top->indent, top->is_map);
    if (read == NULL)
        return FAILED;
    outcome = UNUSUAL;
    if (read == Py_None)
        goto done;
    PyObject *key, *value, *spans;
    Py_ssize_t key_start, key_stop;
    outcome = FAILED;
    if (!PyArg_ParseTuple(read, "UnnOO", &key, &key_start, &key_stop, &value, &spans))
        goto done;
    top->line = line;
    if (!top->is_map)
        begin_item(&reader->table, top);
    else if ((outcome = put_key(&reader->table, top, Py_NewRef(key), key_start)) != READ)
        goto done;
    outcome = FAILED;
    if (put_value(top, value) < 0 || put_foreign(&reader->table, key, key_start, key_stop, spans) < 0)
        goto done;
    outcome = READ;
    if (end < text->size)
        while (end > 0 && AT(text, end - 1) != '\n')
            end--;
    *at = end;
done:
    Py_DECREF(read);
    return outcome;
}

/* Read a value that stands on its line; unusual: the entry goes to the parser. */
static Outcome read_value(Reader *reader, Collection *outer, Py_ssize_t start, Py_ssize_t end) {
    const Text *text = &reader->table.text;
    Py_UCS4 first = AT(text, start), second = start + 1 < end ? AT(text, start + 1) : ' ';
    if (IS(first, INDICATOR) && (first != '-' || second == ' ' || second == '-')) {
        if (first == '"' || first == '\'')
            return read_quoted(&reader->table, outer, start, end);
        return first == '[' || first == '{' ? read_flow(&reader->table, outer, start, reader->deepest) : UNUSUAL;
    }
    Py_UCS4 letter = first;
    for (Py_ssize_t at = start + 1; at < end; at++) {
        Py_UCS4 before = letter;
        letter = AT(text, at);
        if (letter == '#' && before == ' ') {
            end = before_blanks(text, start, at);
            break;
        }
        if (letter == ' ' && before == ':')
            return UNUSUAL;
    }
    if (AT(text, end - 1) == ':')
        return UNUSUAL;
    return put(&reader->table, outer, nothing_or_part(text, start, end, 0), start, end);
}

/* Keep that a line ends before `next`, and those before it that were read otherwise. */
static int end_line(Reader *reader, Py_ssize_t line, Py_ssize_t next) {
    const Text *text = &reader->table.text;
    if (reader->lined < line && put_lines(reader->table.lines, text->text, reader->lined, line) < 0)
        return -1;
    reader->lined = next;
    return next > text->size ? 0 : put_line(reader->table.lines, next);
}

/* Read all lines from `at`; the whole is open as the outermost block. */
static Outcome read_lines(Reader *reader, Py_ssize_t at) {
    const Text *text = &reader->table.text;
    Collection *top = &reader->open[0];
    Outcome outcome;
    int waits = 0; /* the last key waits for its value */
    while (at < text->size) {
        Py_ssize_t line = at, stop = PyUnicode_FindChar(text->text, '\n', at, text->size, 1), next, start, end;
        if (stop < 0)
            stop = text->size;
        next = stop + 1;
        if (end_line(reader, line, next) < 0)
            return FAILED;
        if (reader->crlf && stop < text->size)
            stop--;
        start = after_blanks(text, line);
        if (start >= stop || AT(text, start) == '#') {
            at = next;
            continue;
        }
        end = before_blanks(text, start, stop);
        Py_ssize_t indent = start - line;
        int is_item = end - start > 1 && AT(text, start) == '-' && AT(text, start + 1) == ' ';
        if (waits) {
            waits = 0;
            if (indent > top->indent || (is_item && indent == top->indent)) {
                outcome = open_block(reader, !is_item, indent, start);
                top = &reader->open[reader->depth];
            } else
                outcome = put_nothing(&reader->table, top);
            if (outcome != READ)
                return outcome;
        }
        if (indent != top->indent || top->is_map == is_item) {
            while (reader->depth > 0 && (indent < top->indent || (indent == top->indent && !top->is_map && !is_item))) {
                close_block(reader, start);
                top = &reader->open[reader->depth];
            }
            if (indent != top->indent || top->is_map == is_item)
                goto entry;
        }
        if (is_item) {
            top->line = line;
            begin_item(&reader->table, top);
            start = after_blanks(text, start + 2);
        }
        Py_ssize_t key_stop = key_end(text, start, end), value = start;
        int has_key = key_stop > start && key_stop < end && AT(text, key_stop) == ':';
        if (has_key && key_stop + 1 < end) {
            has_key = AT(text, key_stop + 1) == ' ';
            value = has_key ? after_blanks(text, key_stop + 1) : start;
        } else if (has_key)
            value = end;
        if (!has_key && !is_item)
            goto entry;
        if (has_key) {
            if (is_item) {
                if ((outcome = open_block(reader, 1, start - line, start)) != READ)
                    return outcome;
                top = &reader->open[reader->depth];
            }
            if ((outcome = put_key(&reader->table, top, part(text, start, key_stop), start)) != READ)
                return outcome;
            top->line = start;
            if (value == end || AT(text, value) == '#') {
                waits = 1;
                at = next;
                continue;
            }
        }
        outcome = read_value(reader, top, value, end);
        if (outcome == FAILED)
            return outcome;
        if (outcome == UNUSUAL)
            goto entry;
        at = next;
        continue;
    entry:
        if ((outcome = read_entry(reader, &at)) != READ)
            return outcome;
        top = &reader->open[reader->depth];
    }
    if (waits && (outcome = put_nothing(&reader->table, top)) != READ)
        return outcome;
    if (reader->lined < text->size && put_lines(reader->table.lines, text->text, reader->lined, text->size) < 0)
        return FAILED;
    while (reader->depth > 0)
        close_block(reader, text->size);
    return PyDict_GET_SIZE(reader->open[0].data) ? READ : UNUSUAL;
}

PyObject *read_usual(PyObject *module, PyObject *arguments) {
    Reader reader;
    PyObject *text, *places = NULL, *result = NULL;
    Py_ssize_t at, first;
    (void)module;
    memset(&reader, 0, sizeof reader);
    if (!PyArg_ParseTuple(arguments, "UnnpiO", &text, &at, &first, &reader.crlf, &reader.deepest, &reader.entry))
        return NULL;
    if (reader.deepest < 1 || reader.deepest > DEEPEST || at < 0 || first < 0) {
        PyErr_SetString(PyExc_ValueError, "out of range");
        return NULL;
    }
    if (PyUnicode_GET_LENGTH(text) > LONGEST_TEXT)
        Py_RETURN_NONE;
    begin_table(&reader.table, text);
    Outcome outcome = FAILED;
    reader.table.lines = new_lines();
    if (reader.table.lines != NULL && begin(&reader.open[0], 1, new_place(&reader.table, MAPPING, 0, 0, first, first)) == 0)
        outcome = read_lines(&reader, at);
    if (outcome == READ) {
        end_place(&reader.table, 0, reader.table.text.size);
        if ((places = as_places(&reader.table)) != NULL)
            result = PyTuple_Pack(2, reader.open[0].data, places);
        Py_XDECREF(places);
    } else if (outcome == UNUSUAL)
        result = Py_NewRef(Py_None);
    while (reader.depth >= 0)
        forget(&reader.open[reader.depth--]);
    forget_table(&reader.table);
    return result;
}
