/** Starting the program: the command line, the JavaFX application, and the handler of last resort. */
package lossgrid.app;
