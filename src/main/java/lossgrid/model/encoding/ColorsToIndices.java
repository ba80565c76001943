package lossgrid.model.encoding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lossgrid.core.array.LabelArray;

/**
 * Turns colours {@code [.., H, W, 3]} or {@code [.., H, W, 4]} into classes {@code [.., H, W]} int64; alpha is ignored.
 *
 * @param unknown the class of colours missing from the palette
 */
public record ColorsToIndices(
        Palette palette, @Argument(usual = "255") long unknown) implements EncodingStep {
    /** Longer palettes are a variable of their own. */
    private static final int LONGEST_ARGUMENT = 4;

    private static final long USUAL_UNKNOWN = 255;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");

    /** The colours of the labels, numbered by brightness of red, green, blue; black alone where there are none. */
    static ColorsToIndices begin(LabelsBefore before) {
        LabelArray labels = before.labels();
        TreeSet<Integer> colors = new TreeSet<>();
        if (ColorLookup.isColor(labels.shape())) {
            int channels = labels.shape().fromEnd(0);
            int last = -1;
            for (int i = 0; i < labels.size() && colors.size() < LabelsBefore.MOST_ENTRIES; i += channels) {
                int rgb = ColorLookup.rgb(labels, i);
                if (rgb != last && rgb >= 0) {
                    colors.add(rgb);
                }
                last = rgb;
            }
        }
        if (colors.isEmpty()) {
            colors.add(0);
        }
        List<Palette.Entry> entries = new ArrayList<>();
        for (int rgb : colors) {
            entries.add(Palette.Entry.of(new ClassColor(rgb), "", entries.size()));
        }
        return new ColorsToIndices(new Palette("colours", entries), before.ignoreIndex());
    }

    @Override
    public LabelArray apply(LabelArray labels) {
        return ColorLookup.apply(labels, palette, unknown);
    }

    private boolean isLong() {
        return palette.byColor().size() > LONGEST_ARGUMENT;
    }

    @Override
    public String torchCode(String y) {
        return "colors_to_indices(" + y + ", " + (isLong() ? variable() : dictionary())
                + (unknown == USUAL_UNKNOWN ? "" : ", unknown=" + unknown) + ")";
    }

    @Override
    public List<String> torchDefinition() {
        return """
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
    }

    /** The palette that the line names. */
    @Override
    public List<String> preparation() {
        if (!isLong()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(variable() + " = {");
        for (Palette.Entry entry : palette.byColor()) {
            String text = CONTROL.matcher(entry.label()).replaceAll(" ").strip();
            lines.add("    " + item(entry) + "," + (text.isEmpty() ? "" : "  # " + text));
        }
        lines.add("}");
        return lines;
    }

    /** The name of the variable that holds the palette. */
    private String variable() {
        String name = palette.name()
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^A-Z0-9]+", "_")
                .replaceAll("^_|_$", "");
        return name.isEmpty() || Character.isDigit(name.charAt(0))
                ? "PALETTE" + (name.isEmpty() ? "" : "_" + name)
                : name;
    }

    private static String item(Palette.Entry entry) {
        return "(%s, %s, %s): %s".formatted(entry.red(), entry.green(), entry.blue(), entry.index());
    }

    private String dictionary() {
        return palette.byColor().stream().map(ColorsToIndices::item).collect(Collectors.joining(", ", "{", "}"));
    }

    @Override
    public String numpyCode(LabelArray before, LabelArray after) {
        return "colors_to_indices(y, " + dictionary() + ", " + unknown + ")";
    }

    @Override
    public List<String> numpyDefinition() {
        return """
            def colors_to_indices(y, palette, unknown):
                out = np.full(y.shape[:-1], unknown, dtype=np.int64)
                for color, index in palette.items():
                    out[(y[..., :3] == np.array(color)).all(axis=-1)] = index
                return out
            """.lines().toList();
    }
}
