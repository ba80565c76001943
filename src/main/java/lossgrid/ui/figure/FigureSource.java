package lossgrid.ui.figure;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.analysis.Analyzer;
import lossgrid.model.compare.Comparison;
import lossgrid.model.compare.ComparisonRequest;
import lossgrid.model.compare.ComparisonSource;
import lossgrid.model.compare.MapQuantity;
import lossgrid.model.document.Experiment;
import lossgrid.model.edit.LossTrace;
import lossgrid.model.finding.Finding;
import lossgrid.paint.color.ColorSettings;
import lossgrid.paint.figure.FigurePart;
import lossgrid.ui.control.Messages;
import lossgrid.ui.session.BoardFacts;
import lossgrid.ui.session.CardKind;
import lossgrid.ui.session.Presentation;
import lossgrid.ui.session.Screen;
import lossgrid.ui.workspace.ComparisonState;
import lossgrid.ui.workspace.ViewState;
import lossgrid.ui.workspace.Workspace;
import org.jspecify.annotations.Nullable;

/**
 * All that a figure is made from.
 *
 * @param screen the part that stands for the screen that is shown
 */
public record FigureSource(
        BoardFacts facts,
        List<Finding> findings,
        ColorSettings colors,
        Messages messages,
        FigurePart screen,
        Optional<Compared> compared,
        Optional<Descended> descended) {
    /**
     * A comparison.
     *
     * @param plane the one to show where there is no room for all; empty for that of the largest difference
     */
    public record Compared(
            ComparisonRequest request,
            Supplier<Comparison> comparison,
            MapQuantity quantity,
            Optional<ComparisonState.Plane> plane) {
        /** A comparison that is made when it is first drawn. */
        public static Compared of(
                ComparisonRequest request,
                Analysis document,
                MapQuantity quantity,
                Optional<ComparisonState.Plane> plane) {
            return new Compared(request, new Once(request, document), quantity, plane);
        }
    }

    /** Compares once, however often the figure is drawn. */
    private static final class Once implements Supplier<Comparison> {
        private final ComparisonRequest request;
        private final Analysis document;
        private @Nullable Comparison made;

        Once(ComparisonRequest request, Analysis document) {
            this.request = request;
            this.document = document;
        }

        @Override
        public Comparison get() {
            Comparison present = made;
            if (present == null) {
                present = Comparison.of(analysis(request.left()), analysis(request.right()));
                made = present;
            }
            return present;
        }

        @SuppressWarnings("ReferenceEquality") // Analyzed already.
        private Analysis analysis(ComparisonSource side) {
            Experiment experiment = side.of(document.experiment());
            return experiment == document.experiment() ? document : Analyzer.analyze(experiment);
        }
    }

    /** The losses of a descent at a learning rate. */
    public record Descended(LossTrace trace, double rate) {}

    public FigureSource {
        findings = List.copyOf(findings);
    }

    /** What a window shows at the moment. */
    public static FigureSource of(Workspace workspace) {
        ViewState view = workspace.view();
        Optional<Compared> compared = view.comparing()
                .compared()
                .map(request -> Compared.of(
                        request,
                        workspace.session().analysis(),
                        view.comparing().quantityProperty().get(),
                        view.comparing().planeProperty().get()));
        return new FigureSource(
                workspace.session().frame().facts(),
                workspace.session().frame().findings().shown(),
                view.colors(),
                workspace.messages(),
                screen(view, compared.isPresent()),
                compared,
                view.descentProperty().get().map(shown -> new Descended(shown.trace(), shown.rate())));
    }

    private static FigurePart screen(ViewState view, boolean isComparing) {
        if (view.screen() == Screen.DOCTOR) {
            return isComparing ? FigurePart.COMPARISON : FigurePart.DOCTOR;
        }
        return view.presentationProperty()
                .get()
                .flatMap(Presentation::alone)
                .map(FigureSource::part)
                .orElse(FigurePart.BOARD);
    }

    /** A card as a part. */
    public static FigurePart part(CardKind card) {
        return FigurePart.valueOf(card.name());
    }

    /** The card that a part is, if it is one. */
    public static Optional<CardKind> card(FigurePart part) {
        return switch (part) {
            case SCREEN, BOARD, DOCTOR, COMPARISON, CURVE -> Optional.empty();
            case LOGITS, PROBABILITIES, LABELS, ONE_HOT, LOSS, GRADIENT -> Optional.of(CardKind.valueOf(part.name()));
        };
    }

    /** Whether there is anything to show of this part. */
    public boolean has(FigurePart part) {
        return switch (part) {
            case COMPARISON -> compared.isPresent();
            case CURVE -> descended.isPresent();
            case SCREEN, BOARD, DOCTOR, LOGITS, PROBABILITIES, LABELS, ONE_HOT, LOSS, GRADIENT -> true;
        };
    }

    /** The part itself, or that of the screen. */
    public FigurePart resolve(FigurePart part) {
        return part == FigurePart.SCREEN || !has(part) ? screen : part;
    }

    Analysis analysis() {
        return facts.analysis();
    }
}
