package lossgrid.io.document;

import java.util.Arrays;
import lossgrid.core.array.Shape;
import lossgrid.io.disk.UnreadableFile;
import tools.jackson.core.JsonToken;

/** Reads the elements of an array from nested lists, and holds the lists to a shape, or to that of the first ones. */
final class NestedLists {
    /** Takes the element that the cursor stands on. */
    @FunctionalInterface
    interface Elements {
        void add(JsonCursor cursor) throws UnreadableFile;
    }

    private static final int UNKNOWN = -1;

    private final JsonCursor cursor;
    private final Elements elements;
    private int rank;
    private int[] sizes;

    private NestedLists(JsonCursor cursor, int rank, int[] sizes, Elements elements) {
        this.cursor = cursor;
        this.rank = rank;
        this.sizes = sizes;
        this.elements = elements;
    }

    /** Reads lists of this shape. */
    static void read(JsonCursor cursor, Shape shape, Elements elements) throws UnreadableFile {
        new NestedLists(cursor, shape.rank(), shape.toArray(), elements).value(0);
    }

    /** Reads lists of any shape, or a single element, and returns their shape. */
    static Shape read(JsonCursor cursor, Elements elements) throws UnreadableFile {
        NestedLists lists = new NestedLists(cursor, UNKNOWN, new int[0], elements);
        lists.value(0);
        return Shape.of(lists.sizes);
    }

    /** @param depth how many lists the value stands in */
    private void value(int depth) throws UnreadableFile {
        if (cursor.isAt(JsonToken.START_ARRAY) && depth != rank) {
            list(depth);
            return;
        }
        if (rank == UNKNOWN) {
            rank = depth;
        }
        if (depth < rank) {
            throw cursor.expected("a list of " + sizes[depth]);
        }
        elements.add(cursor);
    }

    private void list(int depth) throws UnreadableFile {
        if (depth == sizes.length) {
            sizes = Arrays.copyOf(sizes, depth + 1);
            sizes[depth] = UNKNOWN;
        }
        int count = 0;
        while (cursor.next() != JsonToken.END_ARRAY) {
            value(depth + 1);
            count++;
        }
        if (count == 0) {
            throw cursor.error("an empty list");
        }
        if (sizes[depth] == UNKNOWN) {
            sizes[depth] = count;
        }
        if (count != sizes[depth]) {
            throw cursor.error(
                    "expected " + sizes[depth] + (sizes[depth] == 1 ? " element" : " elements") + ", found " + count);
        }
    }
}
