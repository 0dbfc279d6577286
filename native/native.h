/* What the parts give to the module. */

PyObject *read_usual(PyObject *module, PyObject *arguments);
void prepare_usual_form(void);

PyObject *build_node(PyObject *module, PyObject *arguments);
int prepare_building(void);
