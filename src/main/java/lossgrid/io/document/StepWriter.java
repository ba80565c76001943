package lossgrid.io.document;

import java.util.Optional;
import java.util.stream.Collectors;
import lossgrid.io.json.JsonNames;
import lossgrid.io.json.JsonNames.StepName;
import lossgrid.io.json.JsonText;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Palette;

/** An encoding step as it stands in a document. */
final class StepWriter {
    private static final int INFER_CLASSES = -1;
    private static final double TWO_53 = 0x1p53;

    private StepWriter() {}

    static String write(EncodingStep step) {
        return "{" + fields(step) + "}";
    }

    private static String fields(EncodingStep step) {
        return switch (step) {
            case EncodingStep.Squeeze(Integer dim) ->
                name(StepName.SQUEEZE) + (dim == null ? "" : field("dim", dim.toString()));
            case EncodingStep.Unsqueeze(int dim) -> name(StepName.UNSQUEEZE) + field("dim", dim);
            case EncodingStep.Cast(var dtype) ->
                name(StepName.CAST) + field("dtype", JsonText.quote(dtype.torchName()));
            case EncodingStep.OneHot(int numClasses) ->
                name(StepName.ONE_HOT) + (numClasses == INFER_CLASSES ? "" : field("num_classes", numClasses));
            case EncodingStep.Threshold(double above) -> name(StepName.THRESHOLD) + field("above", number(above));
            case EncodingStep.Divide(double by, boolean floor) ->
                name(StepName.DIVIDE) + field("by", number(by)) + (floor ? field("floor", "true") : "");
            case EncodingStep.Shift(long by) -> name(StepName.SHIFT) + field("by", by);
            case EncodingStep.Remap(var table, Long others) ->
                name(StepName.REMAP)
                        + field(
                                "table",
                                table.stream()
                                        .map(entry -> "[" + entry.from() + ", " + entry.to() + "]")
                                        .collect(Collectors.joining(", ", "[", "]")))
                        + (others == null ? "" : field("others", others.toString()));
            case EncodingStep.ColorsToIndices(var palette, long unknown) ->
                name(StepName.COLORS_TO_INDICES)
                        + field("palette", palette(palette))
                        + (unknown == StepReader.USUAL_UNKNOWN ? "" : field("unknown", unknown));
            case EncodingStep.Select(int dim, int index) ->
                name(StepName.SELECT) + field("dim", dim) + field("index", index);
            case EncodingStep.Permute(var dims) -> name(StepName.PERMUTE) + field("dims", dims.toString());
            case EncodingStep.ArgMax(int dim) -> name(StepName.ARGMAX) + field("dim", dim);
            case EncodingStep.Resize(int height, int width) ->
                name(StepName.RESIZE) + field("height", height) + field("width", width);
            case EncodingStep.Skipped(var skipped) -> fields(skipped) + field("off", "true");
        };
    }

    private static String name(StepName name) {
        return "\"step\": " + JsonText.quote(JsonNames.of(name));
    }

    private static String field(String name, long value) {
        return field(name, Long.toString(value));
    }

    private static String field(String name, String value) {
        return ", \"" + name + "\": " + value;
    }

    /** Whole numbers as people write them; −0.0 has no such form. */
    private static String number(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) <= TWO_53;
        boolean negativeZero = number == 0 && Double.doubleToRawLongBits(number) != 0;
        return whole && !negativeZero ? Long.toString((long) number) : JsonText.number(number);
    }

    private static String palette(Palette palette) {
        Optional<BuiltInPalette> known = BuiltInPalette.of(palette);
        if (known.isPresent()) {
            return JsonText.quote(known.get().id());
        }
        return palette.entries().stream()
                .map(StepWriter::color)
                .collect(Collectors.joining(
                        ", ", "{\"name\": " + JsonText.quote(palette.name()) + ", \"colors\": [", "]}"));
    }

    private static String color(Palette.Entry entry) {
        return "{\"color\": " + JsonText.quote(entry.color().toString()) + field("index", entry.index())
                + (entry.label().isEmpty() ? "" : field("label", JsonText.quote(entry.label()))) + "}";
    }
}
