package lossgrid.ui.board;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import lossgrid.paint.geometry.GridShape;
import lossgrid.paint.grid.CellGrid;
import lossgrid.ui.control.Messages;
import lossgrid.ui.control.SectionNodes;
import lossgrid.ui.control.Tooltips;
import lossgrid.ui.grid.Brush;
import lossgrid.ui.grid.CellMenu;
import lossgrid.ui.grid.GridView;
import lossgrid.ui.grid.LookLegend;
import lossgrid.ui.session.CardKind;
import lossgrid.words.AccessibleCellText;
import lossgrid.words.Text;
import lossgrid.words.TextKey;

/**
 * One stage of the board: title, expression, shape and dtype, the grid or PyTorch's error, and what explains the
 * colours.
 */
public final class StageCard extends VBox {
    private static final PseudoClass FOCUSED_CARD = PseudoClass.getPseudoClass("focused-card");

    private final CardKind kind;
    private final CardActions actions;
    private final Messages messages;
    private final CardHead head;
    private final Label expression = SectionNodes.label("", "card-expression", "mono");
    private final FlowPane chips = new FlowPane();
    private final Label exception = SectionNodes.label("", "refusal", "mono");
    private final Label waiting = SectionNodes.label("", "waiting");
    private final VBox footer = new VBox();
    private final ColorBar colorBar;
    private final LookLegend specials;
    private final StackPane body;
    private final GridView grid;
    private final ClassLegend legend;
    private Optional<Runnable> chipAction = Optional.empty();
    private GridShape shape = new GridShape(1, 1, 1, 1, true);

    StageCard(CardKind kind, CardActions actions, Messages messages, double resolution, ColorBar colorBar) {
        this.kind = kind;
        this.actions = actions;
        this.messages = messages;
        this.colorBar = colorBar;
        specials = new LookLegend(messages, resolution);
        colorBar.setId(kind.id() + "-colors");
        grid = new GridView(resolution);
        grid.onEvent(actions);
        actions.brush().ifPresent(grid::paintWith);
        grid.setId(kind.id() + "-grid");
        grid.describeWith((cells, cell, isSelected) ->
                AccessibleCellText.text(messages.texts(), kind.title(), cells, cell, isSelected));
        CellMenu.install(grid, messages);
        legend = new ClassLegend(actions.brush().orElseGet(Brush::new), messages, resolution);
        actions.brush().ifPresent(brush -> brush.pickedProperty().subscribe(picked -> {
            if (picked.isPresent()) {
                grid.hint(messages.get(Text.PAINT_HINT));
            } else {
                grid.hideNote();
            }
        }));
        setId(kind.id());
        getStyleClass().add("stage-card");
        if (!isEditable()) {
            getStyleClass().add("computed");
        }
        head = new CardHead(kind.id(), messages);
        expression.setId(kind.id() + "-expression");
        expression.setWrapText(true);
        expression.setMinHeight(Region.USE_PREF_SIZE);
        chips.getStyleClass().add("chips");
        exception.setId(kind.id() + "-refusal");
        exception.setWrapText(true);
        // For those who read with the keyboard.
        exception.setFocusTraversable(true);
        waiting.setWrapText(true);
        footer.getStyleClass().add("card-footer");
        footer.setAlignment(Pos.BOTTOM_LEFT);
        head.explain(messages, kind.help());
        Tooltips.installWhole(expression);
        body = new StackPane(grid);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, expression, chips, body, footer);
        grid.focusedProperty().subscribe(focused -> pseudoClassStateChanged(FOCUSED_CARD, focused));
    }

    /** The width that the card needs beside its grid. */
    double widthBeside() {
        return snappedLeftInset() + snappedRightInset();
    }

    /** The width that its head needs. */
    double widthOfHead() {
        return widthBeside() + Math.ceil(head.minWidth(-1));
    }

    /** The height that a card of this width would need besides, if what explains the colours were shown. */
    double heightOfExplanation(double width) {
        return footer.isManaged() || isFolded()
                ? 0
                : Math.ceil(footer.prefHeight(width - widthBeside())) + getSpacing();
    }

    /** The height that a card of this width needs above and below its grid. */
    double heightAround(double width) {
        double inner = width - widthBeside();
        double height = snappedTopInset() + snappedBottomInset();
        List<Node> parts = getManagedChildren();
        for (Node part : parts) {
            height += part.equals(body) ? 0 : Math.ceil(Math.max(part.minHeight(inner), part.prefHeight(inner)));
        }
        return height + (parts.size() - 1) * getSpacing();
    }

    /** The height that an exception needs in a card of this width; 0 if there is none. */
    double heightOfException(double width) {
        return body.getChildren().contains(exception) ? exception.prefHeight(width - widthBeside()) : 0;
    }

    /** The shape of the array on the card, or that it would have if nothing were raised. */
    GridShape shape() {
        return shape;
    }

    boolean isFolded() {
        return !getChildren().contains(body);
    }

    /** Folds the card to its head, or unfolds it, and says whether it has the board to itself. */
    void turn(boolean isFolded, boolean isMaximized) {
        head.show(isFolded, isMaximized);
        if (isFolded != isFolded()) {
            boolean hadFocus = isFocusWithin();
            if (isFolded) {
                getChildren().setAll(head);
            } else {
                getChildren().setAll(head, expression, chips, body, footer);
            }
            if (hadFocus) {
                (isFolded ? head.foldButton() : grid).requestFocus();
            }
        }
    }

    /** Shows what explains the colours, or leaves its room to the cells. */
    void explainColors(boolean shown) {
        SectionNodes.show(footer, shown);
    }

    CardHead head() {
        return head;
    }

    public CardKind kind() {
        return kind;
    }

    /** Whether the user can change its cells. */
    public boolean isEditable() {
        return CardActions.values(kind).isPresent();
    }

    public GridView grid() {
        return grid;
    }

    public ColorBar colorBar() {
        return colorBar;
    }

    /** @param usual the shape that the array has when nothing is raised */
    void show(CardContent content, GridShape usual) {
        shape = content.grid().map(CellGrid::shape).orElse(usual);
        head.show(messages.get(content.title()), content.facts());
        expression.setText(content.expression());
        SectionNodes.show(expression, !content.expression().isEmpty());
        SectionNodes.show(chips, !content.chips().isEmpty());
        chips.getChildren().setAll(content.chips().stream().map(this::chip).toList());
        boolean hasRaised = false;
        boolean isWaiting = false;
        switch (content.body()) {
            case CardContent.Body.GridBody(var cells, var foot) -> {
                grid.accept(actions.cellValues());
                grid.show(cells);
                specials.show(cells);
                showFooter(List.of(footerNode(foot), specials));
            }
            case CardContent.Body.Raises(String words) -> {
                hasRaised = true;
                exception.setText(words);
            }
            case CardContent.Body.Waiting(String reason) -> {
                isWaiting = true;
                waiting.setText(reason);
            }
        }
        if (hasRaised || isWaiting) {
            grid.show(null);
            showFooter(List.of());
        }
        put(exception, hasRaised);
        put(waiting, isWaiting);
        setAccessibleText(messages.get(content.title()));
    }

    /** Nodes that stay keep the focus. */
    private void showFooter(List<Node> nodes) {
        if (!footer.getChildren().equals(nodes)) {
            footer.getChildren().setAll(nodes);
        }
    }

    /** Puts into the body what stands in for the grid; while hidden it would be styled all the same. */
    private void put(Node node, boolean shown) {
        if (!shown) {
            body.getChildren().remove(node);
        } else if (!body.getChildren().contains(node)) {
            body.getChildren().add(node);
        }
    }

    /** Makes the chips buttons that lead somewhere. */
    void onChip(Runnable action) {
        chipAction = Optional.of(action);
    }

    private Node chip(String text) {
        if (chipAction.isPresent()) {
            Button chip = new Button(text);
            chip.setMnemonicParsing(false);
            chip.getStyleClass().addAll("chip", "mono");
            chip.setMinWidth(0);
            Tooltips.installWhole(chip);
            chip.setOnAction(_ -> chipAction.get().run());
            return chip;
        }
        Label chip = new Label(text);
        Tooltips.installWhole(chip);
        chip.getStyleClass().addAll("chip", "mono");
        return chip;
    }

    private Node footerNode(CardContent.Footer footer) {
        return switch (footer) {
            case CardContent.Footer.Scale(var of, var scale) -> {
                colorBar.show(of, scale);
                yield colorBar;
            }
            case CardContent.Footer.Legend(var names, var palette) -> {
                legend.show(names, palette);
                yield legend;
            }
            case CardContent.Footer.Note(TextKey note) -> SectionNodes.label(messages.get(note), "card-note");
        };
    }
}
