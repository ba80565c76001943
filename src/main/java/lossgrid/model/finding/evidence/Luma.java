package lossgrid.model.finding.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lossgrid.core.array.DType;
import lossgrid.model.document.LabelSource;
import lossgrid.model.encoding.Cast;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.model.encoding.Palette;
import lossgrid.model.encoding.Remap;
import lossgrid.model.finding.MaskFacts;

/** The grey values of a palette's colours: {@code (299 R + 587 G + 114 B) / 1000}, rounded or cut off. */
public record Luma(Palette palette, boolean rounded) {
    private static final int RED = 299;
    private static final int GREEN = 587;
    private static final int BLUE = 114;
    private static final int ALL = 1000;
    private static final int BYTES = 256;
    private static final int LEAST_VALUES = 2;
    /** The greatest accepted probability that as many values match by chance. */
    private static final double MOST_CHANCE = 0.01;

    /**
     * The palette whose grey values these labels are. At least two values other than 0 must occur, all must match, and
     * a match by chance must be improbable; labels known to be indices never match.
     */
    public static Optional<Luma> matching(MaskEvidence mask) {
        MaskFacts facts = mask.facts();
        boolean bytes = facts.histogram().least() >= 0 && facts.histogram().greatest() < BYTES;
        boolean indices = facts.source().filter(LabelSource::isPalette).isPresent();
        if (!facts.isWhole() || !bytes || indices) {
            return Optional.empty();
        }
        double[] values = facts.values(value -> value != 0 && !mask.context().isIgnored(value));
        List<Luma> found = new ArrayList<>();
        for (Palette palette : mask.context().palettes()) {
            for (boolean rounded : new boolean[] {true, false}) {
                Luma luma = new Luma(palette, rounded);
                if (found.isEmpty() && luma.explains(values)) {
                    found.add(luma);
                }
            }
        }
        return found.stream().findFirst();
    }

    private boolean explains(double[] values) {
        Set<Integer> greys = new HashSet<>();
        palette.entries().forEach(entry -> greys.add(grey(entry)));
        boolean all = values.length >= LEAST_VALUES;
        for (double value : values) {
            all &= greys.contains((int) value);
        }
        return all && Math.pow((double) greys.size() / BYTES, values.length) <= MOST_CHANCE;
    }

    private int grey(Palette.Entry entry) {
        int sum = RED * entry.red() + GREEN * entry.green() + BLUE * entry.blue();
        return (sum + (rounded ? ALL / 2 : 0)) / ALL;
    }

    /** The step from grey back to classes; empty where two classes have the same grey. */
    public Optional<EncodingStep> back(double[] values) {
        Map<Integer, Set<Long>> classes = new HashMap<>();
        for (Palette.Entry entry : palette.entries()) {
            classes.computeIfAbsent(grey(entry), _ -> new HashSet<>()).add(entry.index());
        }
        List<Remap.Entry> table = new ArrayList<>();
        for (double value : values) {
            Set<Long> meant = classes.getOrDefault((int) value, Set.of());
            if (meant.size() != 1) {
                return Optional.empty();
            }
            table.add(new Remap.Entry((long) value, meant.iterator().next()));
        }
        return Optional.of(new Remap(table, null));
    }

    /** The type that holds both the grey values and the classes. */
    public static EncodingStep cast() {
        return new Cast(DType.INT64);
    }
}
