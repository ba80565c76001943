/** The window: views that draw an analysis, and the session that holds the document. Nothing here computes a loss. */
package lossgrid.ui;
