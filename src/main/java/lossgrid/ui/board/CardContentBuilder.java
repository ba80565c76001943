package lossgrid.ui.board;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import lossgrid.core.array.DType;
import lossgrid.core.array.LabelArray;
import lossgrid.core.array.Shape;
import lossgrid.core.array.Tensor;
import lossgrid.core.loss.LossResult;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.OneHot;
import lossgrid.model.analysis.Stage;
import lossgrid.model.analysis.TorchCode;
import lossgrid.model.document.Experiment;
import lossgrid.model.encoding.EncodingStep;
import lossgrid.paint.color.ClassPalette;
import lossgrid.paint.color.ColorScale;
import lossgrid.paint.color.ColorSettings;
import lossgrid.paint.color.NumberDisplay;
import lossgrid.paint.color.NumberKind;
import lossgrid.paint.grid.LabelGrid;
import lossgrid.paint.grid.OneHotGrid;
import lossgrid.paint.grid.TensorGrid;
import lossgrid.paint.overview.Overview;
import lossgrid.ui.control.Messages;
import lossgrid.ui.session.BoardFacts;
import lossgrid.ui.session.CardKind;
import lossgrid.words.Text;
import lossgrid.words.TextKey;

/** From an analysis to what its cards show. */
public final class CardContentBuilder {
    private final BoardFacts facts;
    private final Analysis analysis;
    private final Experiment experiment;
    private final Messages messages;
    private final ColorSettings colors;

    private CardContentBuilder(BoardFacts facts, Messages messages, ColorSettings colors) {
        this.facts = facts;
        this.analysis = facts.analysis();
        this.colors = colors;
        this.experiment = analysis.experiment();
        this.messages = messages;
    }

    /** A card in the usual colours, whatever the user has chosen. */
    public static CardContent of(CardKind kind, BoardFacts facts, Messages messages) {
        return of(kind, facts, messages, ColorSettings.defaults());
    }

    static CardContent of(CardKind kind, BoardFacts facts, Messages messages, ColorSettings colors) {
        CardContentBuilder contents = new CardContentBuilder(facts, messages, colors);
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
        return new CardContent(
                Text.CARD_LOGITS,
                messages.get(Text.CARD_LOGITS_HINT),
                facts(x),
                List.of(),
                numbers(NumberKind.DIVERGING, facts.logits()));
    }

    private CardContent probabilities() {
        return new CardContent(
                Text.CARD_PROBABILITIES,
                TorchCode.probabilities(experiment),
                analysis.probabilities().value().map(CardContentBuilder::facts).orElse(List.of()),
                List.of(),
                body(
                        analysis.probabilities(),
                        _ -> numbers(
                                NumberKind.PROBABILITY, facts.probabilities().orElseThrow())));
    }

    private CardContent labels() {
        LabelArray y = experiment.labels();
        int classes = experiment.classCount();
        return new CardContent(
                Text.CARD_LABELS,
                "",
                facts(y),
                encodingChips(),
                new CardContent.Body.GridBody(
                        LabelGrid.of(facts.labels(), palette(experiment)),
                        new CardContent.Footer.Legend(classNames(classes), palette(experiment))));
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
                    .map(y -> " → " + String.join(" ", facts(y)))
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

    /** The colours of a document's classes. */
    public static ClassPalette palette(Experiment experiment) {
        return new ClassPalette(experiment.colors().stream()
                .map(color -> ClassPalette.OPAQUE | color.rgb())
                .toList());
    }

    private CardContent oneHot() {
        String expression = analysis.oneHot()
                .value()
                .map(p -> TorchCode.oneHot(p.origin(), targetShape()))
                .orElseGet(() -> TorchCode.oneHot(OneHot.Origin.SCATTER, targetShape()));
        return new CardContent(
                Text.CARD_ONE_HOT,
                expression,
                analysis.oneHot().value().map(p -> facts(p.values())).orElse(List.of()),
                List.of(),
                body(analysis.oneHot(), this::oneHotCells, withoutOneHot()));
    }

    private Shape targetShape() {
        return analysis.encoded().value().orElse(experiment.labels()).shape();
    }

    private CardContent.Body oneHotCells(OneHot p) {
        OneHotGrid.ColumnClass classOf =
                p.origin() == OneHot.Origin.PAIR ? OneHotGrid.ColumnClass.PAIR : OneHotGrid.ColumnClass.SAME;
        TextKey note = p.origin() == OneHot.Origin.PAIR ? Text.NOTE_PAIR : Text.NOTE_ONE_HOT;
        return new CardContent.Body.GridBody(
                OneHotGrid.of(facts.oneHot().orElseThrow(), facts.oneHotText(), classOf, palette(experiment)),
                new CardContent.Footer.Note(note));
    }

    private CardContent loss() {
        return new CardContent(
                Text.CARD_LOSS,
                TorchCode.loss(analysis),
                analysis.loss().value().map(CardContentBuilder::facts).orElse(List.of()),
                List.of(),
                body(
                        analysis.loss(),
                        _ -> numbers(NumberKind.LOSS, facts.losses().orElseThrow())));
    }

    private CardContent gradient() {
        return new CardContent(
                Text.CARD_GRADIENT,
                TorchCode.gradient(experiment),
                analysis.gradient().value().map(CardContentBuilder::facts).orElse(List.of()),
                List.of(),
                body(analysis.gradient(), _ -> {
                    Overview gradient = facts.gradient().orElseThrow();
                    ColorScale scale = colors.scale(NumberKind.GRADIENT, gradient.extent());
                    int digits = Math.max(colors.digits(), NumberDisplay.digitsUpTo(scale.high()));
                    return numbers(NumberKind.GRADIENT, gradient, scale, digits);
                }));
    }

    private CardContent.Body numbers(NumberKind kind, Overview values) {
        return numbers(kind, values, colors.scale(kind, values.extent()), colors.digits());
    }

    private static CardContent.Body numbers(NumberKind kind, Overview values, ColorScale scale, int digits) {
        return new CardContent.Body.GridBody(
                TensorGrid.of(values, scale, digits), new CardContent.Footer.Scale(kind, scale));
    }

    private <T> CardContent.Body body(Stage<T> stage, Function<T, CardContent.Body> computed) {
        return body(stage, computed, messages.get(Text.WAITING));
    }

    private static <T> CardContent.Body body(
            Stage<T> stage, Function<T, CardContent.Body> computed, String reasonOfAbsence) {
        return switch (stage) {
            case Stage.Computed<T>(T result) -> computed.apply(result);
            case Stage.Raises<T>(var type, String message) ->
                new CardContent.Body.Raises(type.pythonName() + ": " + message);
            case Stage.Absent<T> _ -> new CardContent.Body.Waiting(reasonOfAbsence);
        };
    }

    /** Labels of another shape than the logits have no one-hot form, even where a loss broadcasts them. */
    private String withoutOneHot() {
        return analysis.encoded().value().isPresent()
                ? messages.get(
                        Text.WAITING_FOR_SHAPE,
                        targetShape(),
                        experiment.logits().shape())
                : messages.get(Text.WAITING);
    }

    private static List<String> facts(Tensor tensor) {
        return List.of(tensor.shape().toString(), DType.FLOAT32.torchName());
    }

    private static List<String> facts(LabelArray labels) {
        return List.of(labels.shape().toString(), labels.dtype().torchName());
    }

    private static List<String> facts(LossResult result) {
        return List.of(result.lossPerPixel().shape().toString(), result.dtype().torchName());
    }
}
