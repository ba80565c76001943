package lossgrid.io.document;

import java.util.Arrays;
import lossgrid.core.array.Shape;
import lossgrid.io.json.JsonError;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the elements of an array from nested lists, and holds the lists to a shape, or to that of the first ones. */
final class NestedLists {
    private static final int UNKNOWN = -1;

    private final JsonParser parser;
    private final ElementBuffer elements;
    private int rank;
    private int[] sizes;

    private NestedLists(JsonParser parser, int rank, int[] sizes, ElementBuffer elements) {
        this.parser = parser;
        this.rank = rank;
        this.sizes = sizes;
        this.elements = elements;
    }

    /** Reads lists of this shape. */
    static void read(JsonParser parser, Shape shape, ElementBuffer elements) {
        new NestedLists(parser, shape.rank(), shape.toArray(), elements).value(0);
    }

    /** Reads lists of any shape, or a single element, and returns their shape. */
    static Shape read(JsonParser parser, ElementBuffer elements) {
        NestedLists lists = new NestedLists(parser, UNKNOWN, new int[0], elements);
        lists.value(0);
        return Shape.of(lists.sizes);
    }

    /** @param depth how many lists the value stands in */
    private void value(int depth) {
        if (parser.hasToken(JsonToken.START_ARRAY) && depth != rank) {
            list(depth);
            return;
        }
        if (rank == UNKNOWN) {
            rank = depth;
        }
        if (depth < rank) {
            throw JsonError.expected(parser, "a list of " + sizes[depth]);
        }
        elements.add(parser);
    }

    private void list(int depth) {
        if (depth == sizes.length) {
            sizes = Arrays.copyOf(sizes, depth + 1);
            sizes[depth] = UNKNOWN;
        }
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            value(depth + 1);
            count++;
        }
        if (count == 0) {
            throw new JsonError(parser, "an empty list");
        }
        if (sizes[depth] == UNKNOWN) {
            sizes[depth] = count;
        }
        if (count != sizes[depth]) {
            throw new JsonError(
                    parser,
                    "expected " + sizes[depth] + (sizes[depth] == 1 ? " element" : " elements") + ", found " + count);
        }
    }
}
