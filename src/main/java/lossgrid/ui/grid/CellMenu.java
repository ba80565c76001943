package lossgrid.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import lossgrid.ui.control.Messages;
import lossgrid.ui.keys.CellCommand;
import lossgrid.words.Text;

/** The commands for the selected cells of a grid: its context menu, and the items of the Edit menu. */
public final class CellMenu {
    private final GridView grid;
    private final Messages messages;
    private Optional<ContextMenu> shown = Optional.empty();

    private CellMenu(GridView grid, Messages messages) {
        this.grid = grid;
        this.messages = messages;
    }

    /** Opens on a right click, and wherever the platform or {@link GridKeys} asks for a context menu. */
    public static void install(GridView grid, Messages messages) {
        grid.setOnContextMenuRequested(new CellMenu(grid, messages)::open);
    }

    /** Menus are made when they show, since each is a window, and a board has six. */
    private void open(ContextMenuEvent event) {
        if (event.getTarget() == grid && grid.grid().isPresent()) {
            shown.ifPresent(ContextMenu::hide);
            ContextMenu menu = new ContextMenu();
            menu.setId("cells-menu");
            menu.getItems().setAll(items(grid, messages));
            menu.show(grid, event.getScreenX(), event.getScreenY());
            shown = Optional.of(menu);
            event.consume();
        }
    }

    /** The items for a grid as it is now. */
    public static List<MenuItem> items(GridView grid, Messages messages) {
        List<MenuItem> items = new ArrayList<>();
        for (CellCommand command : CellCommand.values()) {
            if (command.startsGroup()) {
                items.add(new SeparatorMenuItem());
            }
            MenuItem item = new MenuItem(text(command, grid, messages));
            item.setId(command.id());
            item.setAccelerator(command.keys());
            item.setDisable(grid.selection().isEmpty() || !grid.values().allow(command));
            item.setOnAction(_ -> {
                grid.requestFocus();
                grid.run(command);
            });
            items.add(item);
        }
        return items;
    }

    private static String text(CellCommand command, GridView grid, Messages messages) {
        Optional<Integer> picked = grid.brush().flatMap(Brush::picked);
        return command == CellCommand.FILL && picked.isPresent()
                ? messages.get(Text.CELLS_FILL_CLASS, Integer.toString(picked.get()))
                : messages.get(command.text());
    }
}
