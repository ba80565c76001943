/** Reading masks and logits that others have written: images, NumPy's arrays, tables and text, as they are. */
package lossgrid.io.intake;
