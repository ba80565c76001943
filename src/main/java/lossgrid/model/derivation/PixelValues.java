package lossgrid.model.derivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Nchw;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Ledger;
import lossgrid.model.analysis.OneHot;
import lossgrid.model.derivation.Derivation.Coordinate;
import lossgrid.model.derivation.Derivation.Place;
import lossgrid.model.derivation.Derivation.Role;
import lossgrid.model.derivation.Derivation.Term;
import lossgrid.model.derivation.Derivation.TermCells;
import lossgrid.model.document.Experiment;
import lossgrid.model.document.LossKind;
import lossgrid.model.document.LossOptions;

/** The values of one pixel in an analysis. */
final class PixelValues {
    /** The most channels that are shown without dots. */
    private static final int MOST_CHANNELS = 4;

    private final Analysis analysis;
    private final Experiment experiment;
    private final Coordinate at;

    PixelValues(Analysis analysis, Coordinate at) {
        this.analysis = analysis;
        this.experiment = analysis.experiment();
        this.at = at;
    }

    Analysis analysis() {
        return analysis;
    }

    Experiment experiment() {
        return experiment;
    }

    Coordinate at() {
        return at;
    }

    int channels() {
        return experiment.channels();
    }

    LossOptions options() {
        return experiment.options();
    }

    float value(Tensor values, int c) {
        return values.at(at.n(), c, at.h(), at.w());
    }

    float logit(int c) {
        return value(experiment.logits(), c);
    }

    /** Softmax over the classes of one pixel. */
    Tensor column(Tensor values) {
        return Tensor.generate(Shape.of(1, channels(), 1, 1), c -> value(values, c));
    }

    private int pixelIndex() {
        return Nchw.of(experiment.logits().shape()).pixel(at.n(), at.h(), at.w());
    }

    /**
     * The element for logit c of this pixel when an array of this shape is broadcast to the logits'; empty if it cannot
     * be.
     */
    private OptionalInt stretchedIndex(Shape shape, int c) {
        int[] fromEnd = {at.w(), at.h(), c, at.n()};
        int index = 0;
        int stride = 1;
        for (int d = 0; d < shape.rank(); d++) {
            int size = shape.fromEnd(d);
            if (size != 1 && size != experiment.logits().shape().fromEnd(d)) {
                return OptionalInt.empty();
            }
            index += size == 1 ? 0 : fromEnd[d] * stride;
            stride *= size;
        }
        return OptionalInt.of(index);
    }

    boolean isIgnored() {
        return analysis.ignored().contains(pixelIndex());
    }

    /** The class index in this pixel's target, even if it is not a class. */
    Optional<Long> classIndex() {
        Shape perPixel = experiment.logits().shape().remove(Nchw.CLASS_DIM);
        return analysis.encoded()
                .value()
                .filter(y -> !experiment.isBinary() && isClassIndex(y, perPixel))
                .map(y -> y.longAt(pixelIndex()));
    }

    private static boolean isClassIndex(LabelArray y, Shape perPixel) {
        boolean hasOneChannel =
                y.shape().rank() == perPixel.rank() + 1 && y.shape().equals(perPixel.insert(Nchw.CLASS_DIM, 1));
        return !y.dtype().isFloatingPoint() && (y.shape().equals(perPixel) || hasOneChannel);
    }

    /** The target of logit c of a binary loss; in a hand-written loss, it may be broadcast to the logits' shape. */
    Optional<Double> binaryTarget(int c) {
        boolean stretches = experiment.recipe().loss() == LossKind.BY_HAND;
        Optional<LabelArray> target = analysis.encoded()
                .value()
                .filter(y -> experiment.isBinary()
                        && (stretches || y.shape().equals(experiment.logits().shape())));
        OptionalInt index = target.map(y -> stretchedIndex(y.shape(), c)).orElse(OptionalInt.empty());
        return index.isPresent() ? target.map(y -> y.doubleAt(index.getAsInt())) : Optional.empty();
    }

    Optional<String> label() {
        return experiment.isBinary()
                ? binaryTarget(at.c()).map(y -> Latex.number((float) (double) y))
                : classIndex().map(String::valueOf);
    }

    /** The class of interest: the label's, else that of the largest target, else the selected channel. */
    int focus() {
        Optional<Long> index = classIndex().filter(y -> y >= 0 && y < channels());
        if (index.isPresent()) {
            return index.get().intValue();
        }
        Optional<Tensor> p = analysis.oneHot().value().map(OneHot::values);
        if (experiment.isBinary() || isIgnored() || p.isEmpty()) {
            return at.c();
        }
        return IntStream.range(0, channels())
                .reduce((best, c) -> value(p.get(), c) > value(p.get(), best) ? c : best)
                .orElse(at.c());
    }

    /** The channels to show: all of them if they are few, else the first ones, the one of interest and the last. */
    List<Integer> shownChannels() {
        return shown(channels(), focus());
    }

    static List<Integer> shown(int count, int focus) {
        if (count <= MOST_CHANNELS) {
            return IntStream.range(0, count).boxed().toList();
        }
        TreeSet<Integer> shown = new TreeSet<>(List.of(0, focus, count - 1));
        for (int c = 1; shown.size() < MOST_CHANNELS - 1; c++) {
            shown.add(c);
        }
        return List.copyOf(shown);
    }

    /** The cells along a dimension of the logits through channel c of this pixel. */
    List<Coordinate> along(int dim, int c) {
        List<Coordinate> cells = new ArrayList<>();
        for (int i = 0; i < experiment.logits().shape().dim(dim); i++) {
            cells.add(
                    switch (dim) {
                        case 0 -> new Coordinate(i, c, at.h(), at.w());
                        case Nchw.CLASS_DIM -> new Coordinate(at.n(), i, at.h(), at.w());
                        case 2 -> new Coordinate(at.n(), c, i, at.w());
                        default -> new Coordinate(at.n(), c, at.h(), i);
                    });
        }
        return cells;
    }

    /** The index of channel c of this pixel along a dimension. */
    int position(int dim, int c) {
        return switch (dim) {
            case 0 -> at.n();
            case Nchw.CLASS_DIM -> c;
            case 2 -> at.h();
            default -> at.w();
        };
    }

    TermCells cell(Place place, int c) {
        return new TermCells(place, List.of(new Coordinate(at.n(), c, at.h(), at.w())));
    }

    TermCells allChannels(Place place) {
        return new TermCells(place, along(Nchw.CLASS_DIM, 0));
    }

    Role roleOf(int c) {
        return c == focus() ? Role.SELECTED : Role.PLAIN;
    }

    Term term(float value, Role role, Place place, int c) {
        return new Term(Latex.number(value), role, Optional.of(cell(place, c)));
    }

    /** The element of the unreduced loss that is this pixel's. */
    OptionalInt lossElement(LossResult loss) {
        return Ledger.elementAt(experiment, loss, at.n(), at.c(), at.h(), at.w());
    }

    /** The cell of that element. */
    TermCells lossCell(LossResult loss) {
        boolean hasChannel = loss.lossPerPixel().shape().rank()
                == experiment.logits().shape().rank();
        return cell(Place.LOSS, hasChannel ? at.c() : 0);
    }

    /** The factor of class c; 1 without a weight. */
    float classWeight(int c) {
        Tensor weight = options().weight();
        return weight == null ? 1 : weight.at(weight.size() == 1 ? 0 : c);
    }

    float posWeight() {
        Tensor posWeight = options().posWeight();
        return posWeight == null
                ? 1
                : posWeight.at(stretchedIndex(posWeight.shape(), at.c()).orElseThrow());
    }

    /** The part of the target that the loss spreads over all classes; 0 for a loss without the option. */
    double smoothing() {
        return switch (experiment.recipe().loss()) {
            case CROSS_ENTROPY_LOSS -> Math.max(options().labelSmoothing(), 0);
            case BY_HAND -> experiment.isBinary() ? 0 : options().labelSmoothing();
            case NLL_LOSS, BCE_LOSS, BCE_WITH_LOGITS_LOSS -> 0;
        };
    }
}
