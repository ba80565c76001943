package lossgrid.io.intake;

import lossgrid.core.array.LabelArray;
import lossgrid.model.document.LabelSource;

/**
 * An array as a file holds it.
 *
 * @param name of the array in its archive, or else the file's name
 * @param array of rank 1 to 4, in row-major order whatever the file's order
 */
public record LoadedArray(String name, LabelArray array, LabelSource source) {
    /** The name of the file alone. */
    public String file() {
        String place = "[" + name + "]";
        String whole = source.file();
        return whole.endsWith(place) ? whole.substring(0, whole.length() - place.length()) : whole;
    }
}
