/** The document, its edits, and the one pure function from a document to everything that is shown. Knows core alone. */
package lossgrid.model;
