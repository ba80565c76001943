package lossgrid.model.finding;

import java.util.ArrayList;
import java.util.List;
import lossgrid.core.Draw;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.model.EncodingStep;
import lossgrid.model.Palette;
import lossgrid.model.finding.RightExperiments.Encoded;

/** Class indices, some perhaps ignored, as files hold them, with the steps that lead to int64 {@code [N, H, W]}. */
final class RightIndices {
    private static final EncodingStep LONG = new EncodingStep.Cast(DType.INT64);
    private static final int VOID = 255;

    private final Draw draw;
    private final Shape pixels;
    private final int classes;
    private final long ignored;
    private final long[] labels;

    private RightIndices(Draw draw, Shape logits) {
        this.draw = draw;
        this.pixels = logits.remove(1);
        this.classes = logits.dim(1);
        this.ignored = draw.oneOf(-100L, -100L, 255L, -1L, (long) classes);
        this.labels = new long[pixels.size()];
        int used = draw.chance(0.2) ? 1 : classes;
        int first = draw.between(0, classes - used);
        boolean some = draw.chance(0.5);
        for (int i = 0; i < labels.length; i++) {
            boolean isIgnored = some && i > 0 && draw.chance(0.2);
            labels[i] = isIgnored ? ignored : first + draw.between(0, used - 1);
        }
    }

    static Encoded draw(Draw draw, Shape logits) {
        return new RightIndices(draw, logits).encoded();
    }

    private Encoded encoded() {
        LabelArray plain = LabelArray.ofLongs(DType.INT64, pixels, labels);
        return switch (draw.between(0, 8)) {
            case 0 -> withChannel(plain);
            case 1 -> withoutBatch(plain);
            case 2 ->
                new Encoded(
                        LabelArray.ofLongs(DType.INT64, pixels, i -> labels[i] + 1),
                        List.of(new EncodingStep.Shift(-1)),
                        ignored);
            case 3 ->
                new Encoded(
                        LabelArray.ofLongs(DType.UINT8, pixels, i -> labels[i] == ignored ? 0 : labels[i] + 1),
                        List.of(LONG, new EncodingStep.Shift(-1)),
                        -1);
            case 4 -> colors();
            case 5, 6 -> blackAndWhite(plain);
            default -> new Encoded(plain, skipped(), ignored);
        };
    }

    private List<EncodingStep> skipped() {
        return draw.chance(0.5)
                ? List.of()
                : List.of(new EncodingStep.Skipped(new EncodingStep.Threshold(0)), new EncodingStep.Skipped(LONG));
    }

    private Encoded withChannel(LabelArray plain) {
        DType dtype = ignored < 0 ? DType.INT16 : DType.UINT8;
        return new Encoded(
                plain.to(dtype).reshape(pixels.insert(1, 1)), List.of(LONG, new EncodingStep.Squeeze(1)), ignored);
    }

    private Encoded withoutBatch(LabelArray plain) {
        return pixels.dim(0) > 1
                ? new Encoded(plain, List.of(), ignored)
                : new Encoded(
                        plain.to(DType.INT32).reshape(pixels.remove(0)),
                        List.of(new EncodingStep.Unsqueeze(0), LONG),
                        ignored);
    }

    private Encoded colors() {
        List<Palette.Entry> entries = new ArrayList<>();
        for (int i = 0; i < classes; i++) {
            entries.add(new Palette.Entry(i * 12, VOID - i * 12, 40, "", i));
        }
        Palette palette = new Palette("drawn", entries);
        LabelArray rgb = LabelArray.ofLongs(DType.UINT8, pixels.insert(3, 3), i -> part(palette, labels[i / 3], i % 3));
        return new Encoded(rgb, List.of(new EncodingStep.ColorsToIndices(palette, ignored)), ignored);
    }

    private static long part(Palette palette, long label, int part) {
        return palette.ofIndex(label)
                .map(entry -> part == 0 ? entry.red() : part == 1 ? entry.green() : entry.blue())
                .orElse(7);
    }

    /** Two classes as 0 and 255; more stay as they are. */
    private Encoded blackAndWhite(LabelArray plain) {
        if (classes > 2) {
            return new Encoded(plain, List.of(), ignored);
        }
        LabelArray mask = LabelArray.ofLongs(DType.UINT8, pixels, i -> labels[i] == 1 ? VOID : 0);
        List<EncodingStep> steps = draw.oneOf(List.of(
                List.of(new EncodingStep.Threshold(127), LONG),
                List.of(new EncodingStep.Divide(VOID, false), LONG),
                List.of(new EncodingStep.Divide(VOID, true), LONG)));
        return new Encoded(mask, steps, -100);
    }
}
