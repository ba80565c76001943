/** Documents as files: the JSON codec, {@code .npy} arrays, saving, the lessons, and the JSON of an analysis. Knows model and core. */
package lossgrid.io;
