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
    PyObject *lines;   /* owned */
    Place *all;
    Py_ssize_t count, room;
    Py_ssize_t last_list, last_index, last_item; /* the item that was asked for last; list 0: none, for the outermost is a mapping */
} Table;

/* The place of a collection as Python sees it. */
typedef struct {
    PyObject_HEAD
    PyObject *holder; /* of the table, which all places of a text share */
    PyObject *inside; /* made when it is asked for */
    Py_ssize_t number;
} Places;

void begin_table(Table *table, PyObject *text);
void forget_table(Table *table);
Py_ssize_t new_place(Table *table, Sort sort, Py_ssize_t key_start, Py_ssize_t key_stop, Py_ssize_t start, Py_ssize_t end);
void end_place(Table *table, Py_ssize_t number, Py_ssize_t end);
int put_foreign(Table *table, PyObject *key, Py_ssize_t key_start, Py_ssize_t key_stop, PyObject *spans);
PyObject *as_places(Table *table);
PyObject *as_object(PyObject *holder, Py_ssize_t number);
PyObject *foreign_part(const Table *table, const Place *place, Py_ssize_t which);
Table *table_in(PyObject *holder);
int are_places(PyObject *object);
int prepare_places(void);

Py_ssize_t followed(Table *table, Py_ssize_t number, PyObject *path, Py_ssize_t *done);
PyObject *descended(PyObject *self, PyObject *path);

PyObject *read_usual(PyObject *module, PyObject *arguments);
void prepare_usual_form(void);

PyObject *build_node(PyObject *module, PyObject *arguments);
int prepare_building(void);

PyObject *unsettled(PyObject *module, PyObject *arguments);

PyObject *decoded(PyObject *module, PyObject *content);

PyObject *characters(PyObject *module, PyObject *text);
PyObject *are_all(PyObject *module, PyObject *arguments);
PyObject *lead_through(PyObject *module, PyObject *arguments);

/* Where each line of a text begins. */
typedef struct {
    PyObject_HEAD
    Py_ssize_t *starts;
    Py_ssize_t count, room;
} Lines;

PyObject *line_starts(PyObject *module, PyObject *text);
PyObject *new_lines(void);
int put_line(PyObject *lines, Py_ssize_t start);
int put_lines(PyObject *lines, PyObject *text, Py_ssize_t from, Py_ssize_t to);
int are_lines(PyObject *object);
Py_ssize_t line_at(const Lines *lines, Py_ssize_t at);
int prepare_lines(void);

PyObject *spot(PyObject *module, PyObject *const *arguments, Py_ssize_t count);
int prepare_spots(void);

PyObject *written(PyObject *module, PyObject *const *arguments, Py_ssize_t count);
