package lossgrid.ui.formula;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Paint;
import lossgrid.model.derivation.Derivation;
import lossgrid.ui.control.CrispCanvas;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.session.Highlight;

/**
 * One formula of a derivation. Pointing at a term, or reaching it with the keys, highlights its cells; pointing at
 * cells elsewhere marks their terms. Until JLaTeXMath has been loaded it shows plain characters.
 */
public final class FormulaView extends FormulaStyle {
    private static final double REACH = 3;
    private static final double MARK_MARGIN = 2;
    private static final double MARK_CORNER = 5;

    /** A term with cells: the index of its piece, its index in that, and its bounds. */
    private record Symbol(int piece, int term, Highlight cells, Rectangle2D bounds) {}

    /** A shape of the formula in this node's coordinates. */
    public record Painted(Shape shape, Paint paint) {}

    private final CrispCanvas canvas;
    private final Label plain = SectionNodes.label("", "formula-plain");
    private final Typesetter typesetter;
    private final Consumer<Optional<Highlight>> pointed;
    private final List<Symbol> symbols = new ArrayList<>();
    private Derivation.Line.Formula formula;
    /**
     * The formula that {@link #layout} and {@link #symbols} belong to; until the next pulse, the formula itself may be
     * newer.
     */
    private Derivation.Line.Formula laid;

    private Function<Derivation.TermCells, Optional<Highlight>> cellsOf = _ -> Optional.empty();
    private Optional<Highlight> highlight = Optional.empty();
    private FormulaLayout layout = new FormulaLayout(List.of(), 0);
    private int current = -1;

    /** Calls {@code pointed} with the cells of the term under the pointer, and with empty when it leaves. */
    public FormulaView(Typesetter typesetter, double resolution, Consumer<Optional<Highlight>> pointed) {
        this.typesetter = typesetter;
        this.pointed = pointed;
        this.formula = new Derivation.Line.Formula(Derivation.Step.LOGITS, List.of());
        this.laid = formula;
        canvas = new CrispCanvas(resolution);
        plain.setMouseTransparent(true);
        getChildren().addAll(canvas, plain);
        getStyleClass().add("formula");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setOnMouseMoved(this::point);
        setOnMouseExited(_ -> pointed.accept(Optional.empty()));
        setOnMousePressed(_ -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().subscribe(focused -> {
            if (!focused && current >= 0) {
                current = -1;
                pointed.accept(Optional.empty());
            }
        });
        paints().forEach(paint -> ((ObservableValue<?>) paint).subscribe(this::draw));
        ((ObservableValue<?>) type()).subscribe(this::requestLayout);
        typesetter.readyProperty().subscribe(this::requestLayout);
    }

    /**
     * Shows a formula; {@code cells} maps its terms' cells to those of the cards, and {@code name} is for screen
     * readers.
     */
    public void show(
            Derivation.Line.Formula shown, Function<Derivation.TermCells, Optional<Highlight>> cells, String name) {
        boolean isSame = formula.equals(shown);
        formula = shown;
        cellsOf = cells;
        plain.setText(shown.plain());
        setAccessibleText(name + ": " + shown.plain());
        if (!isSame) {
            current = -1;
        }
        requestLayout();
    }

    public Derivation.Line.Formula formula() {
        return formula;
    }

    /** Marks the terms whose cells are under the pointer. */
    public void highlight(Optional<Highlight> cells) {
        if (!highlight.equals(cells)) {
            highlight = cells;
            draw();
        }
    }

    /** The number of terms that are marked. */
    public long marked() {
        return symbols.stream().filter(this::isMarked).count();
    }

    /** The bounds of the first term with this LaTeX and with cells, in this node's coordinates. */
    public Optional<Rectangle2D> boundsOf(String latex) {
        return symbols.stream()
                .filter(symbol -> termOf(symbol).latex().equals(latex))
                .map(Symbol::bounds)
                .findFirst();
    }

    private Derivation.Term termOf(Symbol symbol) {
        return laid.pieces().get(symbol.piece()).terms().get(symbol.term());
    }

    private boolean isMarked(Symbol symbol) {
        return highlight
                .filter(cells -> TermHighlight.meet(symbol.cells(), cells))
                .isPresent();
    }

    private void point(MouseEvent event) {
        pointed.accept(symbolAt(event.getX(), event.getY()).map(Symbol::cells));
    }

    private Optional<Symbol> symbolAt(double x, double y) {
        return symbols.stream()
                .filter(symbol -> x >= symbol.bounds().getMinX() - REACH
                        && x <= symbol.bounds().getMaxX() + REACH
                        && y >= symbol.bounds().getMinY() - REACH
                        && y <= symbol.bounds().getMaxY() + REACH)
                .findFirst();
    }

    private void key(KeyEvent event) {
        int step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (step != 0 && !symbols.isEmpty()) {
            current = current < 0 && step < 0 ? symbols.size() - 1 : Math.floorMod(current + step, symbols.size());
            pointed.accept(Optional.of(symbols.get(current).cells()));
            event.consume();
        }
    }

    /** The layout in units of the default font size, whatever the present one is. */
    private FormulaLayout lay(double width) {
        List<FormulaShapes> typesets =
                formula.pieces().stream().map(typesetter::typeset).toList();
        return FormulaLayout.of(
                formula.pieces(),
                typesets,
                (width - getInsets().getLeft() - getInsets().getRight()) / unit());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        double vertical = getInsets().getTop() + getInsets().getBottom();
        return Math.ceil(vertical + (typesetter.isReady() ? lay(width).height() * unit() : plain.prefHeight(width)));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        plain.setVisible(!typesetter.isReady());
        plain.resizeRelocate(getInsets().getLeft(), getInsets().getTop(), getWidth(), plain.prefHeight(getWidth()));
        canvas.resizeTo(getWidth(), getHeight());
        if (typesetter.isReady()) {
            layout = lay(getWidth());
            laid = formula;
            findSymbols();
            draw();
        }
    }

    private void findSymbols() {
        symbols.clear();
        for (int p = 0; p < layout.pieces().size(); p++) {
            FormulaLayout.Placed placed = layout.pieces().get(p);
            List<Derivation.Term> terms = laid.pieces().get(p).terms();
            for (int t = 0; t < terms.size(); t++) {
                int piece = p;
                int term = t;
                Optional<Rectangle2D> bounds = placed.typeset().bounds(t + 1);
                terms.get(t)
                        .cells()
                        .flatMap(cellsOf)
                        .ifPresent(cells -> bounds.ifPresent(
                                box -> symbols.add(new Symbol(piece, term, cells, placedBox(box, placed)))));
            }
        }
    }

    private Rectangle2D placedBox(Rectangle2D box, FormulaLayout.Placed placed) {
        double scale = placed.scale() * unit();
        return new Rectangle2D.Double(
                getInsets().getLeft() + placed.x() * unit() + box.getX() * scale,
                getInsets().getTop() + placed.y() * unit() + box.getY() * scale,
                box.getWidth() * scale,
                box.getHeight() * scale);
    }

    private void draw() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        graphics.setFill(markPaint());
        symbols.stream().filter(this::isMarked).map(Symbol::bounds).forEach(box -> mark(graphics, box));
        for (Painted painted : painted()) {
            graphics.setFill(painted.paint());
            fill(graphics, painted.shape().getPathIterator(null));
        }
    }

    /** The painted shapes, without the marks. */
    public List<Painted> painted() {
        List<Painted> out = new ArrayList<>();
        for (int p = 0; p < layout.pieces().size(); p++) {
            FormulaLayout.Placed placed = layout.pieces().get(p);
            List<Derivation.Term> terms = laid.pieces().get(p).terms();
            AffineTransform place = AffineTransform.getTranslateInstance(
                    getInsets().getLeft() + placed.x() * unit(), getInsets().getTop() + placed.y() * unit());
            place.scale(placed.scale() * unit(), placed.scale() * unit());
            for (FormulaShapes.Ink ink : placed.typeset().inks()) {
                Derivation.Role role = ink.term() == 0
                        ? Derivation.Role.PLAIN
                        : terms.get(ink.term() - 1).role();
                out.add(new Painted(place.createTransformedShape(ink.shape()), inkOf(role)));
            }
        }
        return out;
    }

    private static void mark(GraphicsContext graphics, Rectangle2D box) {
        graphics.fillRoundRect(
                box.getX() - MARK_MARGIN,
                box.getY() - MARK_MARGIN,
                box.getWidth() + 2 * MARK_MARGIN,
                box.getHeight() + 2 * MARK_MARGIN,
                MARK_CORNER,
                MARK_CORNER);
    }

    private static void fill(GraphicsContext graphics, PathIterator path) {
        double[] at = new double[6];
        graphics.beginPath();
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> graphics.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> graphics.lineTo(at[0], at[1]);
                case PathIterator.SEG_QUADTO -> graphics.quadraticCurveTo(at[0], at[1], at[2], at[3]);
                case PathIterator.SEG_CUBICTO -> graphics.bezierCurveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                case PathIterator.SEG_CLOSE -> graphics.closePath();
                default -> throw new IllegalStateException("no such segment");
            }
        }
        graphics.fill();
    }
}
