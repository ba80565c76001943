package lossgrid.model.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lossgrid.core.label.Pointwise;

/** Encoding steps as PyTorch code. */
public final class EncodingCode {
    /** Longer tables are passed to a function instead of being written as a chain. */
    private static final int LONGEST_CHAIN = 4;

    private static final List<String> REMAP = """
        def remap(y, table, others=None):
            out = y if others is None else torch.full_like(y, others)
            for value, to in table.items():
                out = out.masked_fill(y == value, to)
            return out
        """.lines().toList();

    private static final List<String> COLORS_TO_INDICES = """
        def colors_to_indices(y, palette, unknown=255):
            if y.dim() == 0 or y.shape[-1] not in (3, 4):
                raise ValueError(
                    "colours are expected in the last dimension, [..., H, W, 3] or [..., H, W, 4], "
                    f"but got {list(y.shape)}"
                )
            out = torch.full(y.shape[:-1], unknown)
            for color, index in palette.items():
                out = out.masked_fill((y[..., :3] == torch.tensor(color)).all(-1), index)
            return out
        """.lines().toList();

    private static final int LONGEST_SUMMARY = 90;

    private static final long USUAL_UNKNOWN = 255;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    private EncodingCode() {}

    static String of(EncodingStep step, String y) {
        return switch (step) {
            case EncodingStep.Squeeze(Integer dim) -> y + ".squeeze(" + (dim == null ? "" : dim) + ")";
            case EncodingStep.Unsqueeze(int dim) -> y + ".unsqueeze(" + dim + ")";
            case EncodingStep.Cast(var dtype) -> y + ".to(torch." + dtype.torchName() + ")";
            case EncodingStep.OneHot(int numClasses) ->
                "F.one_hot(" + y + (numClasses == -1 ? "" : ", " + numClasses) + ")";
            case EncodingStep.Threshold(double above) -> y + " > " + number(above);
            case EncodingStep.Divide(double by, boolean floor) ->
                floor ? "torch.div(" + y + ", " + number(by) + ", rounding_mode=\"floor\")" : y + " / " + number(by);
            case EncodingStep.Shift(long by) -> isSubtraction(by) ? y + " - " + -by : y + " + " + by;
            case EncodingStep.Remap remap -> remap(remap, y);
            case EncodingStep.ColorsToIndices(var palette, long unknown) ->
                "colors_to_indices(" + y + ", " + paletteArgument(palette)
                        + (unknown == USUAL_UNKNOWN ? "" : ", unknown=" + unknown) + ")";
            case EncodingStep.Select(int dim, int index) -> y + ".select(" + dim + ", " + index + ")";
            case EncodingStep.Permute(var dims) ->
                y + ".permute("
                        + (dims.isEmpty()
                                ? "()"
                                : dims.stream().map(String::valueOf).collect(Collectors.joining(", ")))
                        + ")";
            case EncodingStep.ArgMax(int dim) -> y + ".argmax(" + dim + ")";
            case EncodingStep.Resize(int height, int width) ->
                "F.interpolate(%1$s.double().reshape(1, -1, *%1$s.shape[-2:]), size=(%2$s, %3$s), mode=\"nearest\").reshape(*%1$s.shape[:-2], %2$s, %3$s).to(%1$s.dtype)"
                        .formatted(y, height, width);
            case EncodingStep.Skipped(var _) -> y;
        };
    }

    /** {@link EncodingStep#torchCode}, or its beginning for a long table, short enough for a line and a chip. */
    public static String summary(EncodingStep step, String y) {
        String code = of(step, y);
        return code.length() <= LONGEST_SUMMARY ? code : code.substring(0, LONGEST_SUMMARY) + "…";
    }

    /** Whether {@code y + by} is written as a subtraction: −2^63 cannot be negated. */
    static boolean isSubtraction(long by) {
        return by < 0 && by != Long.MIN_VALUE;
    }

    /** A number as Python prints it, but without a point if it is whole. */
    private static String number(double number) {
        return Pointwise.isWhole(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static String remap(EncodingStep.Remap remap, String y) {
        Long others = remap.others();
        if (isLong(remap)) {
            return "remap(" + y + ", {"
                    + remap.table().stream()
                            .map(entry -> entry.from() + ": " + entry.to())
                            .collect(Collectors.joining(", "))
                    + "}" + (others == null ? "" : ", others=" + others) + ")";
        }
        return (others == null ? y : "torch.full_like(" + y + ", " + others + ")")
                + remap.table().stream()
                        .map(entry -> ".masked_fill(" + y + " == " + entry.from() + ", " + entry.to() + ")")
                        .collect(Collectors.joining());
    }

    private static boolean isLong(EncodingStep.Remap remap) {
        return remap.table().size() > LONGEST_CHAIN;
    }

    private static String paletteArgument(Palette palette) {
        return palette.byColor().size() > LONGEST_CHAIN ? variable(palette) : dictionary(palette);
    }

    /** The name of the variable that holds the palette. */
    private static String variable(Palette palette) {
        String name = palette.name()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "_")
                .replaceAll("^_|_$", "");
        return name.isEmpty() || Character.isDigit(name.charAt(0))
                ? "PALETTE" + (name.isEmpty() ? "" : "_" + name)
                : name;
    }

    private static String dictionary(Palette palette) {
        return palette.byColor().stream()
                .map(entry -> "(%s, %s, %s): %s".formatted(entry.red(), entry.green(), entry.blue(), entry.index()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** The Python functions that the code of these steps calls, each once, as lines. */
    public static List<String> definitions(List<EncodingStep> steps) {
        List<String> lines = new ArrayList<>();
        if (steps.stream().anyMatch(step -> step instanceof EncodingStep.Remap remap && isLong(remap))) {
            lines.addAll(REMAP);
        }
        if (steps.stream().anyMatch(EncodingStep.ColorsToIndices.class::isInstance)) {
            lines.addAll(lines.isEmpty() ? List.of() : List.of("", ""));
            lines.addAll(COLORS_TO_INDICES);
        }
        return lines;
    }

    /** The lines that must precede the line of this step: the palette that it names. */
    public static List<String> preparation(EncodingStep step) {
        if (!(step instanceof EncodingStep.ColorsToIndices(var palette, long _))
                || palette.byColor().size() <= LONGEST_CHAIN) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(variable(palette) + " = {");
        for (Palette.Entry entry : palette.byColor()) {
            String text = CONTROL.matcher(entry.label()).replaceAll(" ").strip();
            String label = text.isEmpty() ? "" : "  # " + text;
            lines.add(
                    "    (%s, %s, %s): %s,".formatted(entry.red(), entry.green(), entry.blue(), entry.index()) + label);
        }
        lines.add("}");
        return lines;
    }
}
