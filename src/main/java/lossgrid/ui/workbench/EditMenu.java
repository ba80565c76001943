package lossgrid.ui.workbench;

import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import lossgrid.ui.control.Messages;
import lossgrid.ui.grid.CellMenu;
import lossgrid.ui.grid.GridView;
import lossgrid.words.Text;

/** The bar's menu for the selected cells of the card that had the focus last. */
public final class EditMenu extends MenuButton {
    private final Messages messages;
    private final Supplier<GridView> grid;

    EditMenu(Messages messages, Supplier<GridView> grid) {
        this.messages = messages;
        this.grid = grid;
        setId("edit-menu");
        textProperty().bind(messages.bind(Text.CELLS_MENU));
        setMinWidth(USE_PREF_SIZE);
        // The items exist only while the menu is open: their shortcuts are for the grid with the focus, not for the
        // whole window.
        setOnHidden(_ -> getItems().clear());
    }

    @Override
    public void show() {
        getItems().setAll(CellMenu.items(grid.get(), messages));
        super.show();
    }
}
