package lossgrid.model.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Tensor;
import lossgrid.model.analysis.OneHot;
import lossgrid.model.analysis.Stage;
import lossgrid.model.derivation.Derivation.Line;
import lossgrid.model.derivation.Derivation.Note;
import lossgrid.model.derivation.Derivation.Place;
import lossgrid.model.derivation.Derivation.Role;
import lossgrid.model.derivation.Derivation.Step;
import lossgrid.model.derivation.Derivation.Term;

/** The lines for the target over the classes: one-hot or given, and smoothed. */
final class TargetDerivation {
    private final PixelValues pixel;
    private final List<Line> lines = new ArrayList<>();

    TargetDerivation(PixelValues pixel) {
        this.pixel = pixel;
    }

    List<Line> write() {
        Stage<LabelArray> encoded = pixel.analysis().encoded();
        Stage<OneHot> oneHot = pixel.analysis().oneHot();
        addException(encoded);
        addException(oneHot);
        if (pixel.isIgnored()) {
            ignored();
        } else {
            oneHot.value().ifPresent(this::target);
        }
        return lines;
    }

    private void addException(Stage<?> stage) {
        stage.exception().ifPresent(thrown -> lines.add(new Line.Raises(Step.TARGET, thrown.type(), thrown.message())));
    }

    private void ignored() {
        String label = pixel.classIndex().map(String::valueOf).orElse("");
        lines.add(new FormulaBuilder()
                .add("y")
                .equalsSign()
                .add(label, Role.TARGET, pixel.cell(Place.LABELS, 0))
                .equalsSign()
                .add("\\mathrm{ignore\\_index}")
                .line(Step.TARGET));
        lines.add(new Line.Remark(Step.TARGET, Note.IGNORED, List.of(label)));
    }

    private void target(OneHot p) {
        FormulaBuilder out = new FormulaBuilder()
                .add("p", Role.PLAIN, pixel.allChannels(Place.ONE_HOT))
                .equalsSign();
        switch (p.origin()) {
            case SCATTER, SCATTER_MASKED -> {
                out.add("\\mathrm{onehot}(");
                String y = pixel.classIndex().map(String::valueOf).orElse("y");
                out.add(y, Role.TARGET, pixel.cell(Place.LABELS, 0)).add(")");
            }
            case TARGET, PAIR -> out.add("y");
        }
        out.equalsSign();
        lines.add(values(out, p.values()).line(Step.TARGET));
        if (pixel.smoothing() > 0) {
            smoothed(p.values());
        }
    }

    private FormulaBuilder values(FormulaBuilder out, Tensor p) {
        return out.vector(
                pixel.shownChannels(),
                pixel.channels(),
                c -> pixel.term(pixel.value(p, c), role(pixel.value(p, c)), Place.ONE_HOT, c));
    }

    private static Role role(double share) {
        return share == 0 ? Role.PLAIN : Role.TARGET;
    }

    private void smoothed(Tensor p) {
        double smoothing = pixel.smoothing();
        FormulaBuilder out = new FormulaBuilder()
                .add("p'")
                .equalsSign()
                .add("(1-\\varepsilon)\\,p+\\frac{\\varepsilon}{C}")
                .equalsSign()
                .add(Latex.number((float) (1 - smoothing)) + "\\,p")
                .operator("+")
                .add("\\frac{" + Latex.number((float) smoothing) + "}{" + pixel.channels() + "}")
                .equalsSign();
        lines.add(out.vector(
                        pixel.shownChannels(),
                        pixel.channels(),
                        c -> new Term(
                                Latex.number(share(pixel, p, c)),
                                pixel.roleOf(c) == Role.SELECTED ? Role.TARGET : Role.PLAIN,
                                Optional.of(pixel.cell(Place.ONE_HOT, c))))
                .line(Step.TARGET));
    }

    /** The target's share of class c after smoothing. */
    static float share(PixelValues pixel, Tensor p, int c) {
        double smoothing = pixel.smoothing();
        float given = pixel.value(p, c);
        return smoothing > 0 ? (float) ((1 - smoothing) * given + smoothing / pixel.channels()) : given;
    }
}
