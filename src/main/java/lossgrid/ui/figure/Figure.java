package lossgrid.ui.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lossgrid.paint.figure.FigurePart;
import lossgrid.paint.figure.FigureRequest;
import lossgrid.ui.control.Fonts;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.Theme;

/**
 * A figure, laid out at the width that is asked for and as high as it needs. It has titles, formulas, planes, bars and
 * legends, and nothing that could be used. On the JavaFX thread.
 */
public final class Figure extends VBox {
    private static final double MARGIN = 0.7;
    /** The most height of an array's planes, relative to their width. */
    private static final double TALLEST = 1.1;

    private final FigureRequest request;
    private final FigurePart part;

    private Figure(FigureRequest request, FigurePart part, List<Node> content) {
        this.request = request;
        this.part = part;
        getStyleClass().add("figure");
        getStyleClass().add((request.ground().isForDark() ? Theme.DARK : Theme.LIGHT).styleClass());
        if (!request.ground().isTransparent()) {
            getStyleClass().add("grounded");
        }
        setStyle(String.format(
                Locale.ROOT, "-fx-font-size: %.3fpx;", request.type().units()));
        setPrefWidth(request.width().units());
        getChildren().addAll(content);
        Scene scene = new Scene(new Region());
        // The window keeps its own theme.
        scene.setUserAgentStylesheet((request.ground().isForDark() ? Theme.DARK : Theme.LIGHT).userAgentSheet());
        scene.getStylesheets().addAll(Theme.sheets());
        scene.getStylesheets().add(Fonts.sheet());
        scene.setFill(null);
        scene.setRoot(this);
        applyCss();
        double width = request.width().units();
        resize(width, Math.ceil(prefHeight(width)));
        layout();
    }

    /**
     * Makes a figure.
     *
     * @param resolution pixels a unit of the layout
     */
    public static Figure of(FigureRequest request, FigureSource source, double resolution) {
        FigurePart part = source.resolve(request.part());
        double type = request.type().units();
        double margin = 2 * Math.rint(MARGIN * type);
        FigureSpace space = new FigureSpace(Math.floor(request.width().units() - margin), type, resolution, TALLEST);
        return new Figure(request, part, content(part, source, space));
    }

    private static List<Node> content(FigurePart part, FigureSource source, FigureSpace space) {
        return switch (part) {
            case SCREEN -> throw new IllegalStateException("resolved before");
            case BOARD -> board(source, space);
            case LOGITS, PROBABILITIES, LABELS, ONE_HOT, LOSS, GRADIENT ->
                List.of(BoardFigure.card(FigureSource.card(part).orElseThrow(), source, space));
            case DOCTOR -> DoctorFigure.of(source, space);
            case COMPARISON -> ComparisonFigure.of(source, space);
            case CURVE -> CurveFigure.of(source.descended().orElseThrow(), source, space);
        };
    }

    private static List<Node> board(FigureSource source, FigureSpace space) {
        List<Node> nodes = new ArrayList<>();
        String title = source.analysis().experiment().title();
        if (!title.isBlank()) {
            nodes.add(SectionNodes.note(title, "figure-title"));
        }
        nodes.add(BoardFigure.board(source, space));
        nodes.add(BoardFigure.loss(source));
        return nodes;
    }

    public FigureRequest request() {
        return request;
    }

    /** The part that it shows. */
    public FigurePart part() {
        return part;
    }
}
