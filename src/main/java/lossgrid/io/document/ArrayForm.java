package lossgrid.io.document;

import java.util.Optional;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.io.disk.UnreadableFile;
import lossgrid.io.json.JsonBinding;
import lossgrid.io.json.JsonError;
import lossgrid.io.npy.NpyCodec;
import tools.jackson.core.Base64Variants;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;

/**
 * An array in a document without its elements, which are read later, since they may come before the dtype and the
 * shape.
 */
record ArrayForm(DType dtype, Shape shape, Optional<Lists> data, Optional<Base64> npy) {
    /** Nested lists that have been passed over. */
    record Lists() {
        static Lists skip(JsonParser parser) {
            JsonError.require(parser, JsonToken.START_ARRAY, "a list");
            parser.skipChildren();
            return new Lists();
        }
    }

    /** A text that has been passed over; it may be larger than any that the parser would hold. */
    record Base64() {
        static Base64 skip(JsonParser parser) {
            JsonError.require(parser, JsonToken.VALUE_STRING, "a string");
            return new Base64();
        }
    }

    ArrayForm {
        if (data.isPresent() && npy.isPresent()) {
            throw new IllegalArgumentException("\"data\" and \"npy\" are both given");
        }
        if (data.isEmpty() && npy.isEmpty()) {
            throw new IllegalArgumentException("\"data\" or \"npy\" is missing");
        }
    }

    /**
     * The elements.
     *
     * @param json the document
     * @param name the field of the document that this array was read from
     */
    LabelArray elements(JsonBinding binding, byte[] json, String name) throws UnreadableFile {
        return binding.parse(json, parser -> {
            DocumentReader.find(parser, name);
            DocumentReader.find(parser, npy.isPresent() ? "npy" : "data");
            return npy.isPresent() ? decode(parser) : parse(parser);
        });
    }

    private LabelArray parse(JsonParser parser) {
        ElementBuffer elements = new ElementBuffer(dtype);
        NestedLists.read(parser, shape, elements);
        return elements.toArray(shape);
    }

    private LabelArray decode(JsonParser parser) {
        LabelArray array;
        try {
            array = NpyCodec.read(parser.getBinaryValue(Base64Variants.MIME_NO_LINEFEEDS));
        } catch (StreamReadException broken) {
            throw new JsonError(parser, "this is not base64");
        } catch (UnreadableFile broken) {
            throw new JsonError(parser, broken.reason());
        }
        if (array.dtype() != dtype) {
            throw new JsonError(
                    parser, "the array is " + array.dtype().torchName() + ", the document says " + dtype.torchName());
        }
        if (!array.shape().equals(shape)) {
            throw new JsonError(parser, "the array has shape " + array.shape() + ", the document says " + shape);
        }
        return array;
    }
}
