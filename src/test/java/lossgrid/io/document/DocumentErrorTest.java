package lossgrid.io.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import lossgrid.fixtures.DocumentJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error of a document apart from those of its arrays, with its place and its words. */
class DocumentErrorTest {
    private static Arguments field(String name, String value, String message) {
        return arguments(DocumentJson.with(name, value), message);
    }

    private static Arguments option(String name, String value, String message) {
        return field("options", "{\"" + name + "\": " + value + "}", message);
    }

    static Stream<Arguments> brokenJson() {
        return Stream.of(
                arguments("", "the document is empty"),
                arguments(" \n", "the document is empty"),
                arguments("{\n", "line 2, column 1: the document ends too early"),
                arguments("{\"lossgrid\": 1, \"title\": \"a", "line 1, column 28: the document ends too early"),
                arguments(
                        "{\"lossgrid\": 1,\n \"title\": tru}",
                        "line 2, column 11: not JSON: Unrecognized token 'tru': was expecting (JSON String, Number,"
                                + " Array, Object or token 'null', 'true' or 'false')"),
                arguments(
                        "{\"lossgrid\": 1, \"classes\": [}",
                        "line 1, column 29: not JSON: Unexpected close marker '}': expected ']'"),
                arguments(
                        "{\"lossgrid\": 01}",
                        "line 1, column 15: not JSON: Invalid numeric value: Leading zeroes not allowed"),
                arguments("{\"lossgrid\": NaN}", "line 1, column 17: not JSON: Non-standard token 'NaN'"),
                arguments(
                        "{\"lossgrid\": 1,}",
                        "line 1, column 16: not JSON: Unexpected character ('}' (code 125)): was expecting"
                                + " double-quote to start property name"),
                arguments(
                        "{\"lossgrid\": 1, // one\n}",
                        "line 1, column 17: not JSON: Unexpected character ('/' (code 47)): maybe a (non-standard)"
                                + " comment?"),
                arguments(
                        "{\"lossgrid\": 1, \"title\": \"\\q\"}",
                        "line 1, column 28: not JSON: Unrecognized character escape 'q' (code 113)"));
    }

    static Stream<Arguments> otherDocuments() {
        return Stream.of(
                arguments(
                        DocumentJson.with("title", "1" + "0".repeat(1000)),
                        "not JSON: Number value length (1001) exceeds the maximum allowed (1000)"),
                arguments(DocumentJson.minimal() + "\n5", "line 2, column 1: text after the end of the document"),
                arguments(DocumentJson.minimal() + "\n{}", "line 2, column 1: text after the end of the document"),
                arguments(
                        DocumentJson.minimal() + "\n}",
                        "line 2, column 1: not JSON: Unexpected close marker '}': no open Object to close"),
                arguments(
                        DocumentJson.withLabels("int64", "[1]", "[".repeat(10_000)),
                        "line 1, column 195: nested deeper than 32 levels"),
                arguments("[".repeat(10_000), "expected an object, found a list"),
                arguments("[]", "expected an object, found a list"),
                arguments("\"text\"", "expected an object, found \"text\""),
                arguments("null", "expected an object, found null"));
    }

    /** Lines and columns as an editor counts them, whatever ends a line and however many bytes a character has. */
    static Stream<Arguments> positions() {
        String end = ": the document ends too early";
        return Stream.of(
                arguments("{\"title\": \"单通道 😀\"", "line 1, column 18" + end),
                arguments("{\r\n \"a\"", "line 2, column 5" + end),
                arguments("{\n\n \"a\"", "line 3, column 5" + end),
                arguments("{\r\r \"a\"", "line 3, column 5" + end));
    }

    static Stream<Arguments> versionsAndFields() {
        return Stream.of(
                arguments(DocumentJson.without("lossgrid"), "\"lossgrid\" is missing"),
                arguments(DocumentJson.without("logits"), "\"logits\" is missing"),
                arguments(DocumentJson.without("labels"), "\"labels\" is missing"),
                arguments(DocumentJson.without("recipe"), "\"recipe\" is missing"),
                field("lossgrid", "2", "lossgrid: version 2, written by a newer Lossgrid; this one reads version 1"),
                arguments(
                        "{\"frames\": [], \"lossgrid\": 3}",
                        "lossgrid: version 3, written by a newer Lossgrid; this one reads version 1"),
                field("lossgrid", "0", "lossgrid: there is no version 0"),
                field("lossgrid", "-1", "lossgrid: there is no version -1"),
                field("lossgrid", "1.0", "lossgrid: expected a 64-bit whole number, found 1.0"),
                field("lossgrid", "\"1\"", "lossgrid: expected a 64-bit whole number, found \"1\""),
                field("lossgrid", "1, \"lossgrid\": 1", "lossgrid: given twice"));
    }

    static Stream<Arguments> fields() {
        return Stream.of(
                field("title", "\"a\", \"title\": \"b\"", "title: given twice"),
                field("title", "5", "title: expected a string, found 5"),
                field("title", "null", "title: expected a string, found null"),
                field(
                        "titel",
                        "\"\"",
                        "titel: unknown field; known here are lossgrid, title, logits, labels, encoding, recipe,"
                                + " options, classes, colors, source, example_logits"),
                field(
                        "a\\nb",
                        "1",
                        "[\"a\\nb\"]: unknown field; known here are lossgrid, title, logits, labels, encoding, recipe,"
                                + " options, classes, colors, source, example_logits"),
                field("classes", "\"a\"", "classes: expected a list, found \"a\""),
                field("classes", "[\"a\", 1]", "classes[1]: expected a string, found 1"),
                field("logits", "[]", "logits: expected an object, found a list"));
    }

    static Stream<Arguments> arrayFields() {
        return Stream.of(
                field("labels", "{\"dtype\": \"int64\", \"data\": [0]}", "labels: \"shape\" is missing"),
                field("labels", "{\"shape\": [1], \"data\": [0]}", "labels: \"dtype\" is missing"),
                field("labels", "{\"dtype\": \"int64\", \"shape\": [1]}", "labels: \"data\" or \"npy\" is missing"),
                field(
                        "labels",
                        "{\"dtype\": \"int64\", \"shape\": [1], \"data\": [0], \"npy\": \"\"}",
                        "labels: \"data\" and \"npy\" are both given"),
                field(
                        "labels",
                        "{\"dtype\": \"int64\", \"shape\": [1], \"data\": [0], \"data\": [0]}",
                        "labels.data: given twice"),
                field(
                        "labels",
                        "{\"dtype\": \"int64\", \"shape\": [1], \"values\": [0]}",
                        "labels.values: unknown field; known here are dtype, shape, data, npy"));
    }

    static Stream<Arguments> recipes() {
        return Stream.of(
                field("recipe", "\"CrossEntropyLoss\"", "recipe: expected an object, found \"CrossEntropyLoss\""),
                field("recipe", "{\"activation\": \"none\"}", "recipe: \"loss\" is missing"),
                field("recipe", "{\"loss\": \"NLLLoss\"}", "recipe: \"activation\" is missing"),
                field(
                        "recipe",
                        "{\"activation\": \"relu\", \"loss\": \"NLLLoss\"}",
                        "recipe.activation: unknown activation \"relu\"; known: none, sigmoid, softmax,"
                                + " log_softmax"),
                field(
                        "recipe",
                        "{\"activation\": \"none\", \"loss\": \"DiceLoss\"}",
                        "recipe.loss: unknown loss \"DiceLoss\"; known: BCELoss, BCEWithLogitsLoss, NLLLoss,"
                                + " CrossEntropyLoss, by_hand"));
    }

    static Stream<Arguments> dims() {
        return Stream.of(
                field(
                        "recipe",
                        "{\"activation\": \"softmax\", \"loss\": \"NLLLoss\"}",
                        "recipe: softmax needs \"dim\""),
                field(
                        "recipe",
                        "{\"activation\": \"log_softmax\", \"loss\": \"NLLLoss\"}",
                        "recipe: log_softmax needs \"dim\""),
                field(
                        "recipe",
                        "{\"activation\": \"none\", \"dim\": 1, \"loss\": \"NLLLoss\"}",
                        "recipe.dim: none has no dim"),
                field(
                        "recipe",
                        "{\"activation\": \"sigmoid\", \"dim\": 1, \"loss\": \"NLLLoss\"}",
                        "recipe.dim: sigmoid has no dim"),
                field(
                        "recipe",
                        "{\"activation\": \"softmax\", \"dim\": 1.5, \"loss\": \"NLLLoss\"}",
                        "recipe.dim: expected a 32-bit whole number, found 1.5"),
                field(
                        "recipe",
                        "{\"activation\": \"softmax\", \"dim\": 2147483648, \"loss\": \"NLLLoss\"}",
                        "recipe.dim: expected a 32-bit whole number, found 2147483648"),
                field("recipe", "{\"model\": 1}", "recipe.model: unknown field; known here are activation, dim, loss"));
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                field("encoding", "{}", "encoding: expected a list, found an object"),
                field("encoding", "[\"squeeze\"]", "encoding[0]: expected an object, found \"squeeze\""),
                field("encoding", "[{\"step\": \"squeeze\"}, {}]", "encoding[1]: \"step\" is missing"),
                field(
                        "encoding",
                        "[{\"step\": \"flip\"}]",
                        "encoding[0].step: unknown step \"flip\"; known: squeeze, unsqueeze, cast, one_hot, threshold,"
                                + " divide, shift, remap, colors_to_indices, select, permute, argmax, resize"),
                field("encoding", "[{\"step\": \"unsqueeze\"}]", "encoding[0]: unsqueeze needs \"dim\""),
                field("encoding", "[{\"step\": \"cast\"}]", "encoding[0]: cast needs \"dtype\""),
                field("encoding", "[{\"step\": \"cast\", \"dim\": 1}]", "encoding[0].dim: cast has no dim"),
                field(
                        "encoding",
                        "[{\"step\": \"squeeze\", \"dtype\": \"int64\"}]",
                        "encoding[0].dtype: squeeze has no dtype"),
                field(
                        "encoding",
                        "[{\"step\": \"unsqueeze\", \"dim\": 1, \"num_classes\": 2}]",
                        "encoding[0].num_classes: unsqueeze has no num_classes"),
                field(
                        "encoding",
                        "[{\"step\": \"squeeze\", \"dim\": null}]",
                        "encoding[0].dim: expected a 32-bit whole number, found null"),
                field(
                        "encoding",
                        "[{\"step\": \"cast\", \"dtype\": \"long\"}]",
                        "encoding[0].dtype: unknown dtype \"long\"; known: bool, uint8, int16, int32, int64,"
                                + " float32, float64"),
                field(
                        "encoding",
                        "[{\"step\": \"squeeze\", \"axis\": 1}]",
                        "encoding[0].axis: unknown field; known here are step, dim, dtype, num_classes, above, by,"
                                + " floor, table, others, palette, unknown, index, dims, height, width, off"),
                field("encoding", "[{\"step\": \"threshold\"}]", "encoding[0]: threshold needs \"above\""),
                field(
                        "encoding",
                        "[{\"step\": \"threshold\", \"above\": \"Infinity\"}]",
                        "encoding[0].above: expected a finite number, found \"Infinity\""),
                field(
                        "encoding",
                        "[{\"step\": \"threshold\", \"above\": 1e999}]",
                        "encoding[0].above: 1e999 is beyond the range of float64"),
                field(
                        "encoding",
                        "[{\"step\": \"shift\", \"by\": 0.5}]",
                        "encoding[0].by: expected a 64-bit whole number, found 0.5"),
                field(
                        "encoding",
                        "[{\"step\": \"divide\", \"by\": 2, \"floor\": 1}]",
                        "encoding[0].floor: expected true or false, found 1"),
                field(
                        "encoding",
                        "[{\"step\": \"shift\", \"by\": 2, \"floor\": true}]",
                        "encoding[0].floor: shift has no floor"),
                field(
                        "encoding",
                        "[{\"step\": \"remap\", \"table\": [[0, 1], [2]]}]",
                        "encoding[0].table[1]: expected [from, to], found 1 number"),
                field(
                        "encoding",
                        "[{\"step\": \"remap\", \"table\": [[0, 1], [0, 2]]}]",
                        "encoding[0].table: 0 stands twice in a table"),
                field(
                        "encoding",
                        "[{\"step\": \"colors_to_indices\", \"palette\": \"coco\"}]",
                        "encoding[0].palette: unknown palette \"coco\"; known: voc, cityscapes, cityscapes-ids,"
                                + " ade20k"),
                field(
                        "encoding",
                        "[{\"step\": \"colors_to_indices\", \"palette\": {\"name\": \"p\", \"colors\": [{\"color\":"
                                + " \"red\"}]}}]",
                        "encoding[0].palette.colors[0].color: expected a colour such as \"#e69f00\", found \"red\""),
                field(
                        "encoding",
                        "[{\"step\": \"colors_to_indices\", \"palette\": {\"name\": \"p\", \"colors\": []}}]",
                        "encoding[0].palette.colors: a palette has a name and at least one colour"),
                field("encoding", "[{\"step\": \"select\", \"dim\": 1}]", "encoding[0]: select needs \"index\""),
                field(
                        "encoding",
                        "[{\"step\": \"permute\", \"dims\": [0, 1.5]}]",
                        "encoding[0].dims[1]: expected a 32-bit whole number, found 1.5"),
                field(
                        "encoding",
                        "[{\"step\": \"resize\", \"height\": 2, \"width\": 2, \"off\": \"yes\"}]",
                        "encoding[0].off: expected true or false, found \"yes\""));
    }

    static Stream<Arguments> options() {
        return Stream.of(
                field("options", "[]", "options: expected an object, found a list"),
                option("reduction", "\"avg\"", "options.reduction: unknown reduction \"avg\"; known: none, mean, sum"),
                option("reduction", "null", "options.reduction: expected a string, found null"),
                option("ignore_index", "1.5", "options.ignore_index: expected a 64-bit whole number, found 1.5"),
                option(
                        "ignore_index",
                        "9223372036854775808",
                        "options.ignore_index: expected a 64-bit whole number, found 9223372036854775808"),
                option("label_smoothing", "null", "options.label_smoothing: expected a number, found null"),
                option(
                        "label_smoothing",
                        "\"0.1\"",
                        "options.label_smoothing: \"0.1\" is not a number; the only strings are \"NaN\","
                                + " \"Infinity\" and \"-Infinity\""),
                option("label_smoothing", "1e999", "options.label_smoothing: 1e999 is beyond the range of float64"),
                option("weight", "[1, [2]]", "options.weight[1]: expected a number, found a list"),
                option("weight", "[[1, 2], [3]]", "options.weight[1]: expected 2 elements, found 1"),
                option("weight", "[[1, 2], 3]", "options.weight[1]: expected a list of 2, found 3"),
                option("weight", "[]", "options.weight: an empty list"),
                option("weight", "[1e39]", "options.weight[0]: 1e39 is beyond the range of float32"),
                option("weight", "{}", "options.weight: expected a number, found an object"),
                option("pos_weight", "[[[1]], [[2, 3]]]", "options.pos_weight[1][0]: expected 1 element, found 2"),
                option(
                        "ignoreIndex",
                        "1",
                        "options.ignoreIndex: unknown field; known here are reduction, ignore_index, weight,"
                                + " pos_weight, label_smoothing"));
    }

    @ParameterizedTest
    @MethodSource({
        "brokenJson",
        "otherDocuments",
        "positions",
        "versionsAndFields",
        "fields",
        "arrayFields",
        "recipes",
        "dims",
        "encodings",
        "options"
    })
    void namesThePlaceAndTheReason(String json, String message) {
        assertThat(DocumentJson.errorOf(json)).hasMessage(message);
    }

    @Test
    void refusesTextThatIsNotUtf8() {
        byte[] json = DocumentJson.bytes("{\"lossgrid\": 1, \"title\": \"_\"}");
        json[26] = (byte) 0xff;

        assertThat(DocumentJson.errorOf(json)).hasMessage("line 1, column 28: not JSON: Invalid UTF-8 start byte 0xff");
    }
}
