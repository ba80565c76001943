package lossgrid.ui.export;

import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;
import lossgrid.paint.figure.FigureFormat;
import lossgrid.paint.figure.FigurePart;
import lossgrid.ui.control.Messages;
import lossgrid.ui.figure.FigureSource;
import lossgrid.ui.keys.Shortcut;
import lossgrid.words.FigureText;
import lossgrid.words.Text;
import lossgrid.words.TextKey;

/** Everything that can be got out of the window. The items about one card name the card that had the keyboard last. */
public final class ExportMenu extends MenuButton {
    private static final int LARGEST_SCALE = 4;

    private final Messages messages;
    private final ExportActions actions;

    public ExportMenu(Messages messages, ExportActions actions) {
        this.messages = messages;
        this.actions = actions;
        setId("export");
        setMinWidth(Region.USE_PREF_SIZE);
        textProperty().bind(messages.bind(Text.EXPORT));
        Menu screenPng = scales("export-board-png", () -> FigurePart.SCREEN);
        screenPng.textProperty().bind(messages.bind(Text.EXPORT_BOARD_PNG));
        Menu cardPng = scales("export-card-png", () -> FigureSource.part(actions.card()));
        MenuItem cardSvg = new MenuItem();
        prepare(cardSvg, "export-card-svg", () -> actions.svg(FigureSource.part(actions.card())));
        getItems()
                .addAll(
                        item(FigureText.FIGURE_MENU, "export-figure", actions::chooseFigure),
                        new SeparatorMenuItem(),
                        screenPng,
                        cardPng,
                        item(Text.EXPORT_BOARD_SVG, "export-board-svg", () -> actions.svg(FigurePart.SCREEN)),
                        cardSvg,
                        new SeparatorMenuItem(),
                        item(Text.EXPORT_PYTORCH, "export-pytorch", actions::torchScript),
                        item(Text.EXPORT_NUMPY, "export-numpy", actions::numpyScript),
                        item(Text.EXPORT_LATEX, "export-latex", actions::latex),
                        new SeparatorMenuItem(),
                        copyPicture(),
                        item(Text.COPY_SCRIPT, "copy-script", actions::copyTorchScript));
        setOnShowing(_ -> nameCard(cardPng, cardSvg));
        messages.languageProperty().subscribe(() -> nameCard(cardPng, cardSvg));
        nameCard(cardPng, cardSvg);
    }

    private void nameCard(MenuItem png, MenuItem svg) {
        String card = messages.get(actions.card().title());
        png.setText(messages.get(Text.EXPORT_CARD_PNG, card));
        svg.setText(messages.get(Text.EXPORT_CARD_SVG, card));
    }

    private MenuItem copyPicture() {
        MenuItem item = item(Text.COPY_PICTURE, "copy-picture", actions::copyPicture);
        item.setAccelerator(Shortcut.COPY_PICTURE.combinations().getFirst());
        return item;
    }

    /** One item for each scale; those whose picture would be too large cannot be chosen. */
    private Menu scales(String id, Supplier<FigurePart> part) {
        Menu menu = new Menu();
        menu.setId(id);
        IntConsumer export = scale -> actions.png(part.get(), scale);
        for (int scale = 1; scale <= LARGEST_SCALE; scale++) {
            int chosen = scale;
            MenuItem item = new MenuItem(scale + "×");
            prepare(item, id + "-" + scale, () -> export.accept(chosen));
            menu.getItems().add(item);
        }
        menu.setOnShowing(_ -> {
            for (int scale = 1; scale <= LARGEST_SCALE; scale++) {
                boolean allowed =
                        actions.asShown(part.get(), FigureFormat.PNG, scale).isPossible();
                menu.getItems().get(scale - 1).setDisable(!allowed);
            }
        });
        return menu;
    }

    private MenuItem item(TextKey text, String id, Runnable action) {
        MenuItem item = new MenuItem();
        item.textProperty().bind(messages.bind(text));
        return prepare(item, id, action);
    }

    private static MenuItem prepare(MenuItem item, String id, Runnable action) {
        item.setId(id);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
