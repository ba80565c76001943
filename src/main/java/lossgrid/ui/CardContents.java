package lossgrid.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import lossgrid.core.LabelArray;
import lossgrid.core.LossResult;
import lossgrid.core.Shape;
import lossgrid.core.Tensor;
import lossgrid.model.Analysis;
import lossgrid.model.EncodingStep;
import lossgrid.model.Experiment;
import lossgrid.model.OneHot;
import lossgrid.model.Stage;
import lossgrid.model.TorchCode;
import lossgrid.paint.ColorScale;
import lossgrid.paint.LabelGrid;
import lossgrid.paint.Maps;
import lossgrid.paint.Numbers;
import lossgrid.paint.OneHotGrid;
import lossgrid.paint.Ranges;
import lossgrid.paint.TensorGrid;

/** From an analysis to what its cards show. */
final class CardContents {
    private static final int BINARY_CLASSES = 2;

    private final Analysis analysis;
    private final Experiment experiment;
    private final Messages messages;

    private CardContents(Analysis analysis, Messages messages) {
        this.analysis = analysis;
        this.experiment = analysis.experiment();
        this.messages = messages;
    }

    static CardContent of(CardKind kind, Analysis analysis, Messages messages) {
        CardContents contents = new CardContents(analysis, messages);
        return switch (kind) {
            case LOGITS -> contents.logits();
            case PROBABILITIES -> contents.probabilities();
            case LABELS -> contents.labels();
            case ONE_HOT -> contents.oneHot();
            case LOSS -> contents.loss();
            case GRADIENT -> contents.gradient();
        };
    }

    private CardContent logits() {
        Tensor x = experiment.logits();
        ColorScale scale = Ranges.aroundZero(Maps.diverging(), x);
        return new CardContent(
                Text.CARD_LOGITS,
                messages.get(Text.CARD_LOGITS_HINT),
                facts(x),
                List.of(),
                numbers(x, scale, CardContents::nothing));
    }

    private CardContent probabilities() {
        ColorScale scale = new ColorScale(Maps.probabilities(), 0, 1);
        return new CardContent(
                Text.CARD_PROBABILITIES,
                TorchCode.probabilities(experiment),
                analysis.probabilities().value().map(CardContents::facts).orElse(""),
                List.of(),
                body(analysis.probabilities(), q -> numbers(q, scale, CardContents::nothing)));
    }

    private CardContent labels() {
        LabelArray y = experiment.labels();
        long ignoreIndex = experiment.options().ignoreIndex();
        IntPredicate ignored = experiment.isBinary() || y.dtype().isFloatingPoint()
                ? CardContents::nothing
                : i -> y.longAt(i) == ignoreIndex;
        int classes = experiment.isBinary() ? BINARY_CLASSES : experiment.channels();
        return new CardContent(
                Text.CARD_LABELS,
                "",
                facts(y),
                encodingChips(),
                new CardContent.Body.Cells(
                        LabelGrid.of(y, ignored, classes), new CardContent.Footer.Legend(classNames(classes))));
    }

    private List<String> encodingChips() {
        if (experiment.encoding().isEmpty()) {
            return List.of(messages.get(Text.NO_ENCODING_STEPS));
        }
        List<String> chips = new ArrayList<>();
        for (int i = 0; i < experiment.encoding().size(); i++) {
            EncodingStep step = experiment.encoding().get(i);
            String after = analysis.encodingSteps()
                    .get(i)
                    .value()
                    .map(y -> " → " + facts(y))
                    .orElse(" ✗");
            chips.add(step.torchCode("y") + after);
        }
        return chips;
    }

    private List<String> classNames(int classes) {
        return IntStream.range(0, classes)
                .mapToObj(c -> c
                        + (c < experiment.classes().size()
                                ? " " + experiment.classes().get(c)
                                : ""))
                .toList();
    }

    private CardContent oneHot() {
        String expression = analysis.oneHot()
                .value()
                .map(p -> TorchCode.oneHot(p.origin(), targetShape()))
                .orElseGet(() -> TorchCode.oneHot(OneHot.Origin.SCATTER, targetShape()));
        return new CardContent(
                Text.CARD_ONE_HOT,
                expression,
                analysis.oneHot().value().map(p -> facts(p.values())).orElse(""),
                List.of(),
                body(analysis.oneHot(), this::oneHotCells));
    }

    private Shape targetShape() {
        return analysis.encoded().value().orElse(experiment.labels()).shape();
    }

    private CardContent.Body oneHotCells(OneHot p) {
        OneHotGrid.ColumnClass classOf =
                p.origin() == OneHot.Origin.PAIR ? OneHotGrid.ColumnClass.PAIR : OneHotGrid.ColumnClass.SAME;
        Text note = p.origin() == OneHot.Origin.PAIR ? Text.NOTE_PAIR : Text.NOTE_ONE_HOT;
        return new CardContent.Body.Cells(
                OneHotGrid.of(p.values(), analysis.ignored()::contains, classOf), new CardContent.Footer.Note(note));
    }

    private CardContent loss() {
        return new CardContent(
                Text.CARD_LOSS,
                TorchCode.loss(experiment),
                analysis.loss().value().map(CardContents::facts).orElse(""),
                List.of(),
                body(analysis.loss(), result -> {
                    Tensor losses = result.lossPerPixel();
                    return numbers(losses, Ranges.ofLosses(losses), ignoredAmong(losses));
                }));
    }

    private CardContent gradient() {
        return new CardContent(
                Text.CARD_GRADIENT,
                TorchCode.gradient(experiment),
                analysis.gradient().value().map(CardContents::facts).orElse(""),
                List.of(),
                body(analysis.gradient(), gradient -> {
                    ColorScale scale = Ranges.aroundZero(Maps.diverging(), gradient);
                    IntPredicate ignored =
                            analysis.ignored().count() > 0 ? analysis.ignored()::contains : CardContents::nothing;
                    return numbers(gradient, scale, ignored, Numbers.digitsUpTo(scale.high()));
                }));
    }

    /** Losses of pixels lie as the pixels do; binary ones have a channel, and ignore nothing. */
    private IntPredicate ignoredAmong(Tensor losses) {
        return analysis.ignored().count() > 0 && losses.shape().rank() == 3
                ? analysis.ignored()::contains
                : CardContents::nothing;
    }

    /** For arrays without ignored pixels. */
    private static boolean nothing(int pixel) {
        return false;
    }

    private static CardContent.Body numbers(Tensor values, ColorScale scale, IntPredicate ignored) {
        return numbers(values, scale, ignored, Numbers.DEFAULT_DIGITS);
    }

    private static CardContent.Body numbers(Tensor values, ColorScale scale, IntPredicate ignored, int digits) {
        return new CardContent.Body.Cells(
                TensorGrid.of(values, scale, ignored, digits), new CardContent.Footer.Scale(scale));
    }

    private static <T> CardContent.Body body(Stage<T> stage, Function<T, CardContent.Body> computed) {
        return switch (stage) {
            case Stage.Computed<T>(T result) -> computed.apply(result);
            case Stage.Refused<T>(var type, String message) ->
                new CardContent.Body.Refused(type.pythonName() + ": " + message);
            case Stage.Absent<T> _ -> new CardContent.Body.Waiting();
        };
    }

    private static String facts(Tensor tensor) {
        return tensor.shape() + " float32";
    }

    private static String facts(LabelArray labels) {
        return labels.shape() + " " + labels.dtype().torchName();
    }

    private static String facts(LossResult result) {
        return result.lossPerPixel().shape() + " " + result.dtype().torchName();
    }
}
