package lossgrid.ui.figure;

import java.util.List;
import java.util.Optional;
import lossgrid.model.analysis.Analysis;
import lossgrid.model.compare.ComparisonRequest;
import lossgrid.model.compare.MapQuantity;
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
            ComparisonRequest request, MapQuantity quantity, Optional<ComparisonState.Plane> plane) {}

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
                .map(request -> new Compared(
                        request,
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
