/* What the parts give to one another and to the module. */

typedef struct {
    PyObject *text;
    int kind;
    const void *letters;
    Py_ssize_t size;
} Text;

/* A letter; nearly every plan has two bytes for each. */
#define AT(text, i) \
    ((text)->kind == PyUnicode_2BYTE_KIND ? ((const Py_UCS2 *)(text)->letters)[i] : PyUnicode_READ((text)->kind, (text)->letters, (i)))

PyObject *part(const Text *text, Py_ssize_t start, Py_ssize_t end);

/* The place of a value and of the key that leads to it; those of what is in a collection follow it, up to `after`.
 * That of an entry which the parser's events read is kept as they give it: `start` is its number among those.
 */
typedef enum { SCALAR, LIST, MAPPING, FOREIGN } Sort;

typedef struct {
    int key_start, key_stop, start, end, after;
    Sort sort;
} Place;

#define LONGEST_TEXT INT_MAX

typedef struct {
    Text text;         /* owned */
    PyObject *foreign; /* owned; none before the first */
    Place *all;
    Py_ssize_t count, room;
} Table;

void begin_table(Table *table, PyObject *text);
void forget_table(Table *table);
Py_ssize_t new_place(Table *table, Sort sort, Py_ssize_t key_start, Py_ssize_t key_stop, Py_ssize_t start, Py_ssize_t end);
void end_place(Table *table, Py_ssize_t number, Py_ssize_t end);
int put_foreign(Table *table, PyObject *key, Py_ssize_t key_start, Py_ssize_t key_stop, PyObject *spans);
PyObject *as_places(Table *table);
int prepare_places(void);

PyObject *read_usual(PyObject *module, PyObject *arguments);
void prepare_usual_form(void);

PyObject *build_node(PyObject *module, PyObject *arguments);
int prepare_building(void);

PyObject *unsettled(PyObject *module, PyObject *arguments);

PyObject *characters(PyObject *module, PyObject *text);
PyObject *line_starts(PyObject *module, PyObject *text);
PyObject *lead_through(PyObject *module, PyObject *arguments);
