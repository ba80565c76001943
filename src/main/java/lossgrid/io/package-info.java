/** Documents as files: the JSON codec, {@code .npy} arrays, saving, the lessons, the JSON of an analysis, scripts for Python. Knows model and core. */
package lossgrid.io;
